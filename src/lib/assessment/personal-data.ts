const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/u;
// seven digits or more, also when written in groups: a phone, a passport or a service number
const DIGITS = /\d(?:[\s().\-/]?\d){6,}/u;
// a calendar date in digits is no such number
const DATE = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/gu;

/**
 * Whether a free text looks as if it held an e-mail address, a phone number or another long number of a person.
 * A hint only: it can miss, and it can be wrong. The finding is shown, never stored.
 */
export function looksPersonal(text: string): boolean {
	return E_MAIL.test(text) || DIGITS.test(text.replace(DATE, ' '));
}
