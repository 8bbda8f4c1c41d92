import { downloadFile } from '#lib/export/download.ts';

/**
 * What became of a file. `checked`: it was read back and is the same, byte by byte; `downloaded`: the browser took it,
 * and says nothing more; `cancelled`: the person chose no place; `failed`: it could not be written, or is different.
 */
type SavedAs = 'checked' | 'downloaded' | 'cancelled' | 'failed';

type Picker = (options: {
	suggestedName: string;
	types: { accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle>;

/**
 * Lets the person choose where a file goes, writes it and reads it back. Where the browser offers no such choice it is
 * a download.
 * @param name neutral name with its ending
 * @param type media type
 * @param content may take its time: the person is asked before it is there, since browsers let a page ask only shortly
 *   after a tap or a key
 */
export async function saveFile(
	name: string,
	type: string,
	content: Promise<Uint8Array<ArrayBuffer>>
): Promise<SavedAs> {
	const { showSaveFilePicker: pick } = globalThis as { showSaveFilePicker?: Picker };
	let place: FileSystemFileHandle | undefined;
	try {
		const ending = name.slice(name.lastIndexOf('.'));
		place = await pick?.({ suggestedName: name, types: [{ accept: { [type]: [ending] } }] });
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') {
			void content.catch(() => undefined);
			return 'cancelled';
		}
		// the browser refuses to ask here, for example in a frame
	}
	const bytes = await content;
	if (place !== undefined) return (await isWritten(place, bytes)) ? 'checked' : 'failed';
	downloadFile(name, type, bytes);
	return 'downloaded';
}

/** Writes a file; whether it holds just these bytes afterwards. */
async function isWritten(place: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	try {
		const writer = await place.createWritable();
		await writer.write(bytes);
		await writer.close();
		const back = new Uint8Array(await (await place.getFile()).arrayBuffer());
		return back.length === bytes.length && back.every((byte, index) => byte === bytes[index]);
	} catch {
		return false;
	}
}
