import { Zlib, zlibSync } from 'fflate';
import { binaryText, bytesOf } from '#lib/export/pdf/file/write.ts';

/** An object of the file as jsPDF wrote it. */
interface Written {
	id: number;
	/** All but a stream's data. */
	text: string;
	data?: Uint8Array;
}

/** Where an object is in the packed file: at an offset, or in a stream of objects. */
type Place = { offset: number } | { stream: number; index: number };

/** So many objects share a stream: they look alike, and what is packed together is smaller. */
const OBJECTS_IN_STREAM = 2000;
/** So many bytes are deflated at a time, which takes a moment only. */
const SLICE = 24_000;
const HEADER = '%PDF-1.7\n%\xba\xdf\xac\xe0\n';
const ENTRY = { type: 1, offset: 4, index: 2 } as const;
const ENTRY_LENGTH = ENTRY.type + ENTRY.offset + ENTRY.index;

/**
 * The same document in less room: streams deflated, and all other objects in streams of objects (PDF 1.7, section
 * 7.5.7), which jsPDF does not write. A structure tree has thousands of objects that look alike, so this makes the file
 * three times smaller. Gives way after each part.
 * @param file as jsPDF wrote it, with nothing deflated
 */
export function* packed(file: Uint8Array): Generator<void, Uint8Array<ArrayBuffer>> {
	const { objects, root, info, fileId } = yield* read(file);
	const parts: Uint8Array[] = [];
	let length = 0;
	const places = new Map<number, Place>();
	const put = (bytes: Uint8Array): void => {
		parts.push(bytes);
		length += bytes.length;
	};
	const putStream = (id: number, keys: string, data: Uint8Array): void => {
		places.set(id, { offset: length });
		put(bytesOf(`${id} 0 obj\n<<${keys} /Length ${data.length}>>\nstream\n`));
		put(data);
		put(bytesOf('\nendstream\nendobj\n'));
	};
	put(bytesOf(HEADER));
	for (const { id, text, data } of objects) {
		if (data === undefined) continue;
		const keys = text.replace(/\/Length \d+/, '').replace(/\s+/g, ' ');
		// metadata stays readable to programs that look for it without reading the file
		if (keys.includes('/Type /Metadata')) putStream(id, keys, data);
		else {
			putStream(id, `${keys} /Filter /FlateDecode`, zlibSync(data, { level: 9 }));
			yield;
		}
	}
	const plain = objects.filter(({ data }) => data === undefined);
	let next = Math.max(...objects.map(({ id }) => id)) + 1;
	for (let from = 0; from < plain.length; from += OBJECTS_IN_STREAM) {
		const group = plain.slice(from, from + OBJECTS_IN_STREAM);
		let offset = 0;
		const heads = group.map(({ id, text }, index) => {
			places.set(id, { stream: next, index });
			const head = `${id} ${offset}`;
			offset += text.length + 1;
			return head;
		});
		const head = `${heads.join(' ')}\n`;
		const content = bytesOf(head + group.map(({ text }) => `${text}\n`).join(''));
		const keys = `/Type /ObjStm /N ${group.length} /First ${head.length} /Filter /FlateDecode`;
		putStream(next, keys, yield* deflated(content));
		next += 1;
	}
	const start = length;
	places.set(next, { offset: start });
	const table = crossReferences(places, next + 1);
	putStream(
		next,
		`/Type /XRef /Size ${next + 1} /W [${Object.values(ENTRY).join(' ')}] /Root ${root} /Info ${info} /ID ${fileId} /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns ${ENTRY_LENGTH}>>`,
		zlibSync(table, { level: 9 })
	);
	put(bytesOf(`startxref\n${start}\n%%EOF\n`));
	return joined(parts);
}

/** The same bytes in less room. Gives way after each slice. */
function* deflated(bytes: Uint8Array): Generator<void, Uint8Array> {
	const parts: Uint8Array[] = [];
	const stream = new Zlib({ level: 9 }, (part) => void parts.push(part));
	for (let from = 0; from < bytes.length; from += SLICE) {
		stream.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
		yield;
	}
	return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** Takes a file apart by its own table of objects. @throws when it is not written the way jsPDF does */
function* read(
	file: Uint8Array
): Generator<void, { objects: Written[]; root: string; info: string; fileId: string }> {
	const tail = binaryText(file.subarray(Math.max(0, file.length - 64)));
	const start = Number(found(/startxref\s+(\d+)/, tail));
	const table = binaryText(file.subarray(start));
	const offsets = [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].flatMap(([, offset, state], id) =>
		state === 'n' ? [{ id, offset: Number(offset) }] : []
	);
	// an object reaches to the one that lies behind it
	const ends = [...offsets.map(({ offset }) => offset), start].sort((a, b) => a - b);
	const endOf = new Map(ends.map((offset, k) => [offset, ends[k + 1] ?? start]));
	const objects: Written[] = [];
	for (const { id, offset } of offsets) {
		objects.push(readObject(file.subarray(offset, endOf.get(offset)), id));
		if (id % OBJECTS_IN_STREAM === 0) yield;
	}
	return {
		objects,
		root: found(/\/Root (\d+ 0 R)/, table),
		info: found(/\/Info (\d+ 0 R)/, table),
		fileId: found(/\/ID (\[.*?\])/, table)
	};
}

/** @param object from its number to where the next one begins */
function readObject(object: Uint8Array, id: number): Written {
	const STREAM = '\nstream\n';
	const END_OF_STREAM = '\nendstream\nendobj\n';
	const head = `${id} 0 obj\n`;
	const isStream = binaryText(object.subarray(-END_OF_STREAM.length)) === END_OF_STREAM;
	// jsPDF leaves a carriage return in titles, half of a letter such as U+4E0D: readers would take it for a line end
	if (!isStream)
		return { id, text: found(/^\d+ 0 obj\n([^]*?)\nendobj\n/, binaryText(object)).replaceAll('\r', '\\r') };
	const stream = indexOf(object, STREAM);
	const keys = binaryText(object.subarray(head.length, stream)).trim();
	const length = Number(found(/\/Length (\d+)/, `${keys} /Length 0`));
	const data = object.subarray(stream + STREAM.length, stream + STREAM.length + length);
	return { id, text: keys.slice(2, -2).trim(), data };
}

/** Where each object is, told as the difference to the one before (PDF 1.7, section 7.4.4.4: predictor "Up"). */
function crossReferences(places: ReadonlyMap<number, Place>, size: number): Uint8Array {
	const UP = 2;
	const row = 1 + ENTRY_LENGTH;
	const table = new Uint8Array(row * size);
	const entry = new Uint8Array(ENTRY_LENGTH);
	const view = new DataView(entry.buffer);
	const above = new Uint8Array(ENTRY_LENGTH);
	for (let id = 0; id < size; id++) {
		const place = places.get(id);
		const isInStream = place !== undefined && 'stream' in place;
		view.setUint8(0, place === undefined ? 0 : isInStream ? 2 : 1);
		view.setUint32(1, place === undefined ? 0 : isInStream ? place.stream : place.offset);
		view.setUint16(5, isInStream ? place.index : place === undefined ? 0xffff : 0);
		table[row * id] = UP;
		for (const [k, byte] of entry.entries()) table[row * id + 1 + k] = byte - (above[k] ?? 0);
		above.set(entry);
	}
	return table;
}

function found(pattern: RegExp, text: string): string {
	const match = pattern.exec(text)?.[1];
	if (match === undefined) throw new Error('jsPDF writes its files in another way than before');
	return match;
}

function indexOf(bytes: Uint8Array, text: string): number {
	const wanted = bytesOf(text);
	const first = wanted[0] ?? 0;
	for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
		if (wanted.every((byte, k) => bytes[at + k] === byte)) return at;
	throw new Error('jsPDF writes its streams in another way than before');
}
