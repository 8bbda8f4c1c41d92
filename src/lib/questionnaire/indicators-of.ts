/** All indicators of standards or other parts in one list, in their order. */
export function indicatorsOf<Entry>(parts: readonly { indicators: readonly Entry[] }[]): Entry[] {
	return parts.flatMap(({ indicators }) => indicators);
}
