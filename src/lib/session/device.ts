import { openDevice, type Device } from '#lib/storage/device.ts';
import { recall, remember } from '#lib/storage/remember.ts';

let opened: Promise<Device> | undefined;
let show: () => void = () => {};
/** Also where the tab remembers nothing. */
let isHidden = false;

/** The storage of this device, opened once. In a tab that was hidden it waits until a person wants to see it again. */
export function deviceStorage(): Promise<Device> {
	return (opened ??= isTabHidden()
		? new Promise<void>((resolve) => (show = resolve)).then(openDevice)
		: openDevice());
}

/** Whether somebody hid this tab and left: whoever goes back to it then sees no answer. */
export function isTabHidden(): boolean {
	return isHidden || recall('tab', 'hidden') !== undefined;
}

/** Hides the tab: its pages show nothing of the device until `showTab`. */
export function hideTab(): void {
	isHidden = true;
	remember('tab', 'hidden', 'yes');
}

export function showTab(): void {
	isHidden = false;
	remember('tab', 'hidden', undefined);
	show();
}
