/** A browser may start reading the file late; after this long it surely has. */
const KEPT_MILLISECONDS = 60_000;

/**
 * Gives a file to the person, as a download. Nothing leaves the device.
 * @param name neutral name with its ending
 * @param type media type
 */
export function downloadFile(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
	const address = URL.createObjectURL(new Blob([bytes], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	// Firefox follows only a link that is in the page
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
