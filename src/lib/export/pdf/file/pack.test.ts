import { unzlibSync } from 'fflate';
import { jsPDF } from 'jspdf';
import { describe, expect, test } from 'vitest';
import { packed } from '#lib/export/pdf/file/pack.ts';
import { withoutDifferences } from '../../../../../tests/unit/report/pdf-objects.ts';

/** A file as jsPDF writes it, with more objects than one stream of objects takes. */
function plainPdf(pages = 2030): Uint8Array {
	const doc = new jsPDF({ unit: 'pt' });
	doc.setFileId('0'.repeat(32));
	for (let page = 1; page <= pages; page++) {
		if (page > 1) doc.addPage();
		doc.text(`page ${page} (endobj) stream`, 40, 40);
	}
	const { events, write, newObject, putStream } = doc.internal as unknown as {
		events: { subscribe(topic: string, listener: () => void): void };
		write(text: string): void;
		newObject(): number;
		putStream(stream: { data: string; objectId: number; additionalKeyValues: object[] }): void;
	};
	events.subscribe('postPutResources', () => {
		const objectId = newObject();
		const additionalKeyValues = [{ key: 'Type', value: '/Metadata' }];
		putStream({ data: '<x:xmpmeta/>\nendobj? no', objectId, additionalKeyValues });
		write('endobj');
	});
	return new Uint8Array(doc.output('arraybuffer'));
}

function pack(file: Uint8Array): { bytes: Uint8Array; slices: number } {
	const steps = packed(file);
	for (let slices = 0; ; slices++) {
		const step = steps.next();
		if (step.done === true) return { bytes: step.value, slices };
	}
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const tight = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The objects of a file with a table of offsets: keys and, for a stream, its data. */
function readPlain(file: Uint8Array): Map<number, { keys: string; data?: string }> {
	const text = textOf(file);
	const table = text.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]));
	const found = new Map<number, { keys: string; data?: string }>();
	for (const [id, [, offset, state]] of [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].entries())
		if (state === 'n') found.set(id, readObject(text, Number(offset), id));
	return found;
}

function readObject(text: string, offset: number, id: number): { keys: string; data?: string } {
	const head = `${id} 0 obj`;
	expect(text.slice(offset, offset + head.length)).toBe(head);
	const stream = text.indexOf('\nstream\n', offset);
	const end = text.indexOf('\nendobj', offset);
	if (stream === -1 || stream > end) return { keys: tight(text.slice(offset + head.length, end)) };
	const keys = tight(text.slice(offset + head.length, stream));
	const length = Number(/\/Length (\d+)/.exec(keys)?.[1]);
	const start = stream + '\nstream\n'.length;
	expect(text.slice(start + length, start + length + 18)).toMatch(/^\n?endstream\s+endobj/);
	return { keys, data: text.slice(start, start + length) };
}

const inflated = (data = ''): string => textOf(unzlibSync(Buffer.from(data, 'latin1')));

/** The objects of a packed file, found by its stream of places. */
function readPacked(file: Uint8Array) {
	const text = textOf(file);
	const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
	const tableId = Number(/^(\d+) 0 obj/.exec(text.slice(start))?.[1]);
	const table = readObject(text, start, tableId);
	const size = Number(/\/Size (\d+)/.exec(table.keys)?.[1]);
	const entries = Buffer.from(withoutDifferences(Buffer.from(inflated(table.data), 'latin1'), 7));
	expect(entries).toHaveLength(7 * size);
	const found = new Map<number, { keys: string; data?: string }>();
	const streams = new Set<number>();
	for (let id = 0; id < size; id++) {
		const [kind, place, index] = [
			entries[7 * id],
			entries.readUInt32BE(7 * id + 1),
			entries.readUInt16BE(7 * id + 5)
		];
		if (kind === 1) found.set(id, readObject(text, place, id));
		if (kind !== 2) continue;
		streams.add(place);
		const holder = readObject(text, entries.readUInt32BE(7 * place + 1), place);
		const content = inflated(holder.data);
		const first = Number(/\/First (\d+)/.exec(holder.keys)?.[1]);
		const heads = content.slice(0, first).trim().split(/\s+/).map(Number);
		expect(heads[2 * index]).toBe(id);
		expect(heads).toHaveLength(2 * Number(/\/N (\d+)/.exec(holder.keys)?.[1]));
		const next = heads[2 * index + 3];
		const end = next === undefined ? undefined : first + next;
		found.set(id, { keys: tight(content.slice(first + (heads[2 * index + 1] ?? NaN), end)) });
	}
	return { text, table, tableId, size, found, streams };
}

describe('a packed file', () => {
	const plain = plainPdf();
	const { bytes, slices } = pack(plain);
	const before = readPlain(plain);
	const after = readPacked(bytes);

	test('has every object, and every stream inflates to the same bytes', () => {
		expect(before.size).toBeGreaterThan(4000);
		for (const [id, { keys, data }] of before) {
			const own = after.found.get(id);
			if (data === undefined) {
				expect(own).toEqual({ keys });
				continue;
			}
			const isPacked = own?.keys.includes('/FlateDecode') === true;
			expect(isPacked ? inflated(own?.data) : own?.data).toBe(data);
			const rest = own?.keys.replace(/ \/Filter \/FlateDecode| ?\/Length \d+/g, '').replace(/\s+/g, ' ');
			expect(rest?.replace(/<< ?| ?>>/g, '').trim()).toBe(
				keys
					.replace(/ ?\/Length \d+/, '')
					.replace(/<< ?| ?>>/g, '')
					.trim()
			);
		}
		const added = [...after.found.keys()].filter((id) => !before.has(id));
		expect(added).toEqual([...after.streams, after.tableId]);
	});

	test('has several streams of objects, and gives way after each part', () => {
		expect(after.streams.size).toBeGreaterThan(1);
		expect(slices).toBeGreaterThan(100);
	});

	test('keeps the metadata readable', () => {
		expect(after.text).toContain('<x:xmpmeta/>');
	});

	test('has no carriage return in a title: readers would take it for a line end', () => {
		const doc = new jsPDF();
		doc.setProperties({ title: '不' });
		doc.outline.add(null, '不', { pageNumber: 1 });
		const { found } = readPacked(pack(new Uint8Array(doc.output('arraybuffer'))).bytes);
		const titles = [...found.values()].flatMap(({ keys }) => /\/Title \((.*?)\)/s.exec(keys)?.[1] ?? []);
		expect(titles).toEqual(['\xfe\xff\x4e\\r', '\xfe\xff\x4e\\r']);
	});

	test('keeps root, information and id', () => {
		const trailer = textOf(plain).slice(textOf(plain).lastIndexOf('trailer'));
		for (const key of [/\/Root \d+ 0 R/, /\/Info \d+ 0 R/, /\/ID \[.*?\]/])
			expect(after.table.keys).toContain(tight(key.exec(trailer)?.[0] ?? 'nothing'));
		expect(after.size).toBe(after.tableId + 1);
	});

	test('begins as PDF 1.7, is smaller, and the same each time', () => {
		expect(after.text.startsWith('%PDF-1.7\n%')).toBe(true);
		expect(bytes.length).toBeLessThan(0.6 * plain.length);
		expect(Buffer.from(pack(plain).bytes).equals(bytes)).toBe(true);
	});
});

test.each<[string, (text: string) => string]>([
	['without a place of its table', (text) => text.replace('startxref', 'start')],
	['without a root', (text) => text.replace('/Root', '/Boot')],
	['without an id', (text) => text.replace('/ID [', '/IX [')],
	['that is already packed', (text) => textOf(pack(Buffer.from(text, 'latin1')).bytes)],
	['that is none', () => 'no PDF']
])('a file %s is refused', (_, change) => {
	expect(() => pack(Buffer.from(change(textOf(plainPdf(2))), 'latin1'))).toThrow();
});
