import { tick } from 'svelte';

/**
 * Begins at the title again when the page comes to show another part: the window is scrolled up and the title has the
 * focus, as on a new page. The first part leaves the focus where it is. Called while a page is being set up.
 * @param part what the page shows now, for example the id of a chapter
 * @param onchange what else is to be done when that changes
 */
export function beginAtTitle(part: () => string | undefined, onchange?: () => void): void {
	let seen: string | undefined;
	$effect(() => {
		const now = part();
		if (seen !== undefined && seen !== now) {
			onchange?.();
			void tick().then(() => {
				window.scrollTo(0, 0);
				document.getElementById('title')?.focus({ preventScroll: true });
			});
		}
		seen = now;
	});
}
