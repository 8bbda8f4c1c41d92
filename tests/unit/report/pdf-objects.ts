import { unzlibSync } from 'fflate';

// Reads the objects of a PDF file (ISO 32000-1, 7.3 and 7.5): a search in its bytes would stumble over packed streams
// and typed words, and miss names that are written with `#` codes. Stricter than the readers of other libraries: what
// belongs to no object, or stands twice, is an error.

export interface PdfName {
	name: string;
}

export interface PdfReference {
	object: number;
}

export type PdfDictionary = Map<string, PdfValue>;

export type PdfValue =
	| PdfName
	| PdfReference
	| PdfDictionary
	| PdfValue[]
	/** One character for each byte. */
	| string
	| number
	| boolean
	| null;

/** An object of the file, and the bytes of a stream as they lie there. */
interface ReadObject {
	value: PdfValue;
	data?: string;
}

/** Where an object is: at an offset, or at a place in an object stream. */
type Place = { offset: number } | { stream: number; index: number };

/**
 * All objects of a file by number, and its trailer under 0. Those within object streams are among them.
 * @param raw one character for each byte
 * @throws Error where the file is not well-formed, or has bytes that belong to no object
 */
export function readPdfObjects(raw: string): Map<number, PdfValue> {
	const reader = new Reader(raw);
	const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(raw)?.[1]);
	const { places, trailer } = raw.startsWith('xref', table)
		? reader.readTable(table)
		: readTableStream(reader, table);
	const objects = new Map<number, PdfValue>([[0, trailer]]);
	const members = new Map<number, ReturnType<typeof membersOf>>();
	const isAlone = ([, place]: [number, Place]): boolean => 'offset' in place;
	const offsetOf = ([, place]: [number, Place]): number => ('offset' in place ? place.offset : NaN);
	let end = /^%PDF-1\.\d\s+(%[^\r\n]*\s+)?/.exec(raw)?.[0].length ?? NaN;
	for (const place of [...places].filter(isAlone).sort((a, b) => offsetOf(a) - offsetOf(b))) {
		const [number] = place;
		if (raw.slice(end, offsetOf(place)).trim() !== '')
			throw new Error(`Bytes before object ${number} belong to none`);
		const object = reader.readObject(number, offsetOf(place));
		objects.set(number, object.value);
		members.set(number, membersOf(object));
		end = reader.at;
	}
	const foot = raw.slice(end, raw.lastIndexOf('startxref'));
	if (!/^\s*(xref[^]*)?$/.test(foot)) throw new Error('Bytes before the table belong to no object');
	for (const [number, place] of places) {
		if ('offset' in place) continue;
		const value = members.get(place.stream)?.[place.index];
		if (value?.number !== number) throw new Error(`Object ${number} is not where the table says`);
		objects.set(number, value.value);
	}
	for (const inside of members.values())
		for (const { number } of inside)
			if (!objects.has(number)) throw new Error(`The table does not list object ${number}`);
	return objects;
}

/** A name in a value; for a key also what stands under it, and the dictionary that has both. */
export interface FoundName {
	name: string;
	value?: PdfValue;
	dictionary?: PdfDictionary;
}

/** Every name in a value. */
export function* namesIn(value: PdfValue): Generator<FoundName> {
	if (value instanceof Map)
		for (const [name, inner] of value) {
			yield { name, value: inner, dictionary: value };
			yield* namesIn(inner);
		}
	else if (Array.isArray(value)) for (const inner of value) yield* namesIn(inner);
	else if (isName(value)) yield value;
}

export function isName(value: PdfValue | undefined): value is PdfName {
	return typeof value === 'object' && value !== null && 'name' in value;
}

/** A cross-reference stream (7.5.8). */
function readTableStream(reader: Reader, at: number): { places: Map<number, Place>; trailer: PdfValue } {
	const object = reader.readObject(undefined, at);
	if (typeOf(object.value) !== 'XRef' || !(object.value instanceof Map)) throw new Error('There is no table');
	const [type = 0, first = 0, second = 0] = (object.value.get('W') as number[] | undefined) ?? [];
	const bytes = unpacked(object);
	const places = new Map<number, Place>();
	const width = type + first + second;
	if (bytes.length !== width * Number(object.value.get('Size')))
		throw new Error('The table has another size');
	for (let number = 0; number * width < bytes.length; number++) {
		const field = (start: number, length: number): number =>
			bytes
				.subarray(number * width + start, number * width + start + length)
				.reduce((sum, byte) => sum * 256 + byte, 0);
		const [kind, a, b] = [field(0, type), field(type, first), field(type + first, second)];
		if (kind === 1) places.set(number, { offset: a });
		else if (kind === 2) places.set(number, { stream: a, index: b });
	}
	return { places, trailer: object.value };
}

/** The objects of an object stream (7.5.7); none of any other object. */
function membersOf(object: ReadObject): { number: number; value: PdfValue }[] {
	if (typeOf(object.value) !== 'ObjStm' || !(object.value instanceof Map)) return [];
	const text = Buffer.from(unpacked(object)).toString('latin1');
	const start = Number(object.value.get('First'));
	const heads = text.slice(0, start).trim().split(/\s+/).map(Number);
	const reader = new Reader(text);
	if (heads.length !== 2 * Number(object.value.get('N')))
		throw new Error('An object stream has another size');
	return heads.flatMap((number, k) =>
		k % 2 === 1
			? []
			: [{ number, value: reader.readValueAt(start + (heads[k + 1] ?? NaN), heads[k + 3], start) }]
	);
}

/** The name under `Type`. */
export function typeOf(value: PdfValue | undefined): string | undefined {
	const type = value instanceof Map ? value.get('Type') : undefined;
	return isName(type) ? type.name : undefined;
}

function unpacked({ value, data = '' }: ReadObject): Uint8Array {
	const filter = value instanceof Map ? value.get('Filter') : undefined;
	if (!isName(filter) || filter.name !== 'FlateDecode') throw new Error('A stream is packed in another way');
	const bytes = unzlibSync(Buffer.from(data, 'latin1'));
	const parms = value instanceof Map ? value.get('DecodeParms') : undefined;
	if (!(parms instanceof Map)) return bytes;
	if (parms.get('Predictor') !== 12) throw new Error('A stream is predicted in another way');
	return withoutDifferences(bytes, Number(parms.get('Columns')));
}

/** Rows as they are, each of which was told as the difference to the one above (7.4.4.4: predictor "Up"). */
export function withoutDifferences(told: Uint8Array, columns: number): Uint8Array {
	const count = told.length / (columns + 1);
	if (!Number.isInteger(count)) throw new Error('A row of differences has another length');
	const rows = new Uint8Array(count * columns);
	for (let row = 0; row < count; row++) {
		const at = row * (columns + 1);
		if (told[at] !== 2) throw new Error(`Row ${row} is told in another way`);
		for (let k = 0; k < columns; k++) {
			const above = row === 0 ? 0 : (rows[(row - 1) * columns + k] ?? 0);
			rows[row * columns + k] = above + (told[at + 1 + k] ?? 0);
		}
	}
	return rows;
}

const DELIMITER = /[\s()<>[\]{}/%]/;

class Reader {
	at = 0;
	readonly #raw: string;

	constructor(raw: string) {
		this.#raw = raw;
	}

	/** The cross-reference table: where each object in use begins. */
	readTable(at: number): { places: Map<number, Place>; trailer: PdfValue } {
		this.at = at;
		this.#expect('xref');
		const places = new Map<number, Place>();
		for (;;) {
			this.#skipSpace();
			const section = this.#match(/(\d+) (\d+)\s+/y);
			if (section === undefined) break;
			for (let entry = 0; entry < Number(section[2]); entry++) {
				const [, offset, , kind] = this.#match(/(\d{10}) (\d{5}) ([nf])\s+/y) ?? [];
				if (kind === 'n') places.set(Number(section[1]) + entry, { offset: Number(offset) });
			}
		}
		this.#expect('trailer');
		return { places, trailer: this.#readValue() };
	}

	/** A value that reaches to where the next one begins. @param next where that is, from a start */
	readValueAt(at: number, next: number | undefined, start: number): PdfValue {
		this.at = at;
		const value = this.#readValue();
		this.#skipSpace();
		if (this.at !== (next === undefined ? this.#raw.length : start + next))
			throw new Error(`Bytes at ${this.at} of an object stream belong to no object`);
		return value;
	}

	/** The object that begins here; of a stream its dictionary and data. @param number undefined for any */
	readObject(number: number | undefined, offset: number): ReadObject {
		this.at = offset;
		const [head, found] = this.#match(/(\d+) 0 obj(?=[\s<[(/])/y) ?? [];
		if (head === undefined || (number !== undefined && Number(found) !== number))
			throw new Error(`No object ${number ?? ''} at ${offset}`);
		const value = this.#readValue();
		this.#skipSpace();
		let data: string | undefined;
		if (value instanceof Map && this.#match(/stream\r?\n/y)) {
			const length = value.get('Length');
			if (typeof length !== 'number') throw new Error(`Object ${number}: a stream without a length`);
			data = this.#raw.slice(this.at, this.at + length);
			this.at += length;
			this.#skipSpace();
			this.#expect('endstream');
			this.#skipSpace();
		}
		this.#expect('endobj');
		return { value, ...(data !== undefined && { data }) };
	}

	#readValue(): PdfValue {
		this.#skipSpace();
		if (this.#match(/<</y)) return this.#readDictionary();
		if (this.#match(/\[/y)) return this.#readArray();
		if (this.#match(/\(/y)) return this.#readString();
		const name = this.#match(/\/([^\s()<>[\]{}/%]*)/y)?.[1];
		if (name !== undefined)
			return {
				name: name.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
			};
		const hex = this.#match(/<([\da-f\s]*)>/iy)?.[1];
		if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
		const reference = this.#match(/(\d+) \d+ R\b/y)?.[1];
		if (reference !== undefined) return { object: Number(reference) };
		const number = this.#match(/[+-]?(\d+\.?\d*|\.\d+)/y)?.[0];
		if (number !== undefined) return Number(number);
		const word = this.#match(/true|false|null/y)?.[0];
		if (word !== undefined) return JSON.parse(word) as boolean | null;
		throw new Error(`No value at ${this.at}: ${this.#raw.slice(this.at, this.at + 40)}`);
	}

	#readDictionary(): PdfDictionary {
		const entries: PdfDictionary = new Map();
		for (;;) {
			this.#skipSpace();
			if (this.#match(/>>/y)) return entries;
			const key = this.#readValue();
			if (typeof key !== 'object' || key === null || !('name' in key))
				throw new Error(`No key at ${this.at}`);
			if (entries.has(key.name)) throw new Error(`The key ${key.name} stands twice at ${this.at}`);
			entries.set(key.name, this.#readValue());
		}
	}

	#readArray(): PdfValue[] {
		const items: PdfValue[] = [];
		for (;;) {
			this.#skipSpace();
			if (this.#match(/\]/y)) return items;
			items.push(this.#readValue());
		}
	}

	/** A string in brackets, which may hold brackets in pairs; escapes are left as they are written. */
	#readString(): string {
		let text = '';
		for (let depth = 1; ; this.at++) {
			const character = this.#raw[this.at];
			if (character === undefined) throw new Error('A string without an end');
			if (character === '(') depth++;
			if (character === ')' && --depth === 0) break;
			text += character;
			if (character === '\\') text += this.#raw[++this.at];
		}
		this.at++;
		return text;
	}

	#skipSpace(): void {
		while (/[\s\0]/.test(this.#raw[this.at] ?? '')) this.at++;
	}

	#expect(word: string): void {
		if (!this.#raw.startsWith(word, this.at)) throw new Error(`No ${word} at ${this.at}`);
		this.at += word.length;
		if (!DELIMITER.test(this.#raw[this.at] ?? ' ')) throw new Error(`No end of ${word} at ${this.at}`);
	}

	/** What a sticky pattern finds here; it is then behind. */
	#match(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.#raw) ?? undefined;
		if (found) this.at = pattern.lastIndex;
		return found;
	}
}
