/** Does something once for all who ask; what failed may be tried again. */
export function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
	let done: Promise<Value> | undefined;
	return () => {
		done ??= work().catch((cause: unknown) => {
			done = undefined;
			throw cause;
		});
		return done;
	};
}
