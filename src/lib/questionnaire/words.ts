/** Values for the `{placeholders}` of a message; `count` also chooses its plural form. */
export type WordValues = Readonly<Record<string, string | number>>;

/** Gives the message of a key in the reader's language. */
export type Words = (key: string, values?: WordValues) => string;
