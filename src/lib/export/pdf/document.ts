import { jsPDF } from 'jspdf';
import type { Face } from '#lib/export/pdf/face.ts';
import type { Report } from '#lib/plan/report/model.ts';

/** Any value does; a random one, which is the default, would make each file different. */
const FILE_ID = '0'.repeat(32);

/** jsPDF's way to write into the catalogue, which its types leave out. */
interface Internal {
	events: { subscribe: (topic: string, listener: () => void) => void };
	write: (text: string) => void;
}

/** An empty A4 document with title, language and fonts. Nothing in it is random or tells the time. */
export function createDocument(report: Pick<Report, 'title' | 'language' | 'madeOn' | 'madeWith'>): jsPDF {
	const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
	doc.setFileId(FILE_ID);
	// a Date would be written in the zone of the device
	doc.setCreationDate(`D:${report.madeOn.replaceAll('-', '')}000000+00'00'`);
	doc.setProperties({ title: report.title, creator: report.madeWith });
	doc.viewerPreferences({ DisplayDocTitle: true });
	const internal = doc.internal as unknown as Internal;
	// jsPDF's own setLanguage leaves out languages it does not know
	internal.events.subscribe('putCatalog', () => internal.write(`/Lang (${report.language})`));
	return doc;
}

/** Makes a face known to the document. It is written into the file only if text uses it. */
export function addFace(doc: jsPDF, { name, bytes }: Face): void {
	const file = `${name}.ttf`;
	doc.addFileToVFS(file, binaryText(bytes));
	doc.addFont(file, name, 'normal');
}

/** The finished file, without the name and version of the library that wrote it. */
export function documentBytes(doc: jsPDF): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(doc.output('arraybuffer'));
	const producer = `/Producer (jsPDF ${jsPDF.version})`;
	const at = lastIndexOf(bytes, producer);
	if (at === -1) throw new Error('jsPDF names itself in another way than before');
	// of the same length, since the file lists where its parts begin
	bytes.set(new TextEncoder().encode('/Producer ()'.padEnd(producer.length)), at);
	return bytes;
}

/** One character for each byte, as jsPDF wants its fonts. */
function binaryText(bytes: Uint8Array): string {
	const CHUNK = 8192;
	let text = '';
	for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
	return text;
}

function lastIndexOf(bytes: Uint8Array, text: string): number {
	const wanted = new TextEncoder().encode(text);
	for (let at = bytes.length - wanted.length; at >= 0; at--)
		if (wanted.every((byte, k) => bytes[at + k] === byte)) return at;
	return -1;
}
