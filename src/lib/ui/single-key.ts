/** What a single key asks for while one answers. */
export type KeyWish =
	| { kind: 'level'; index: number }
	| { kind: 'unknown' | 'not-applicable' | 'review' | 'next' | 'previous' | 'help' };

const LETTERS: Readonly<Record<string, Exclude<KeyWish['kind'], 'level'>>> = {
	u: 'unknown',
	n: 'not-applicable',
	m: 'review',
	j: 'next',
	k: 'previous',
	'?': 'help'
};

/**
 * What a key press asks for; undefined in text fields and with a modifier, so that no shortcut of the browser or
 * of assistive technology is taken (WCAG 2.1.4).
 */
export function wishOf(event: KeyboardEvent): KeyWish | undefined {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return undefined;
	if (isTextField(event.target)) return undefined;
	if (/^[1-9]$/.test(event.key)) return { kind: 'level', index: Number(event.key) - 1 };
	const kind = LETTERS[event.key.toLowerCase()];
	return kind && { kind };
}

/** Whether a person writes or chooses letters in an element. */
export function isTextField(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement)
		return !['radio', 'checkbox', 'button', 'file'].includes(target.type);
	return (
		target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
	);
}
