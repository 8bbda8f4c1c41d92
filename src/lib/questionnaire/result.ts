/** One thing that is wrong with an input: where it stands and what to do about it, in a plain sentence. */
export interface Problem {
	/** Place inside the input, dotted, for example `standards.0.indicators.3.weight`; empty for the whole. */
	path: string;
	/** What is wrong and the remedy, for a person who is no programmer. */
	message: string;
}

/** What every edge returns: the value, or all that is wrong with the input. Exceptions are for bugs only. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };
