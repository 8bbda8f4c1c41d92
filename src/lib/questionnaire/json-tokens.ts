/** One token of a JSON text and where it begins (from 1). */
export interface JsonToken {
	kind: 'sign' | 'string' | 'literal' | 'wrong';
	/** As written; of a wrong token only the first character. */
	written: string;
	line: number;
	character: number;
}

// RFC 8259: signs, strings, then numbers and the three words.
const TOKEN =
	/([{}[\]:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Splits a JSON text into tokens and stops after the first wrong one. */
export function* readTokens(source: string): Generator<JsonToken, void> {
	let line = 1;
	let lineStart = 0;
	for (let at = 0; at < source.length;) {
		if (source[at] === '\n') {
			line += 1;
			lineStart = at + 1;
		}
		if (' \t\r\n'.includes(source[at] ?? '')) {
			at += 1;
			continue;
		}
		TOKEN.lastIndex = at;
		const [written, sign, string] = TOKEN.exec(source) ?? [];
		const place = { line, character: at - lineStart + 1 };
		if (written === undefined) {
			yield { kind: 'wrong', written: source[at] ?? '', ...place };
			return;
		}
		yield { kind: sign ? 'sign' : string ? 'string' : 'literal', written, ...place };
		at += written.length;
	}
}
