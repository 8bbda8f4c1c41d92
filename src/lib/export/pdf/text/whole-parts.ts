// What people read as one: it is not broken at the end of a line, nor turned around in a line from right to left.

const ADDRESS = '(?:https?:\\/\\/|www\\.)[^\\s\\u0600-\\u06ff]+|[\\w.+-]+@[\\w-]+\\.[\\w.-]+';
/** With a plus, a bracket or a zero before it: other rows of numbers are no telephone number. */
const TELEPHONE = '(?:\\+|\\(\\+?|\\b0)\\d[\\d\\u00a0\\u202f ().-]{4,18}\\d';

/** Web and mail addresses and telephone numbers. */
export const WHOLE_PARTS = new RegExp(`${ADDRESS}|${TELEPHONE}`, 'g');
