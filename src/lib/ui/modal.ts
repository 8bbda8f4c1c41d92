/**
 * Opens a dialog over the page. Browsers from before 2022 (Firefox 98, Safari 15.4) know no such dialog: there it stands
 * over the page by its styles, and keys still reach what is under it.
 */
export function openModal(dialog: HTMLDialogElement): void {
	if (typeof dialog.showModal === 'function') dialog.showModal();
	else dialog.setAttribute('open', '');
}

/** Closes a dialog; its `close` event follows. */
export function closeModal(dialog: HTMLDialogElement): void {
	if (typeof dialog.close === 'function') {
		dialog.close();
		return;
	}
	dialog.removeAttribute('open');
	dialog.dispatchEvent(new Event('close'));
}
