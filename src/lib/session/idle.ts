/** What shows that somebody is there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel', 'scroll'] as const;

/**
 * Waits until nobody has used the page for some time. It goes by the clock, not by a timer alone: a timer stands still
 * while a computer sleeps, and then the first movement must not count as use.
 * @param minutes so long; 0: never
 * @param onaway called once
 * @returns ends the waiting
 */
export function watchIdle(minutes: number, onaway: () => void): () => void {
	if (minutes === 0) return () => {};
	const longest = minutes * 60_000;
	let last = Date.now();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const end = (): void => {
		clearTimeout(timer);
		SIGNS.forEach((sign) => removeEventListener(sign, use, true));
		document.removeEventListener('visibilitychange', look);
	};
	const look = (): void => {
		const left = last + longest - Date.now();
		clearTimeout(timer);
		if (left > 0) {
			timer = setTimeout(look, left);
			return;
		}
		end();
		onaway();
	};
	const use = (): void => {
		if (Date.now() - last < longest) last = Date.now();
		else look();
	};
	SIGNS.forEach((sign) => addEventListener(sign, use, { capture: true, passive: true }));
	document.addEventListener('visibilitychange', look);
	look();
	return end;
}
