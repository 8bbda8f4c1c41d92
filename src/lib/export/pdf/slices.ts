/** Work for this long, then let the page paint and take input. */
const SLICE_MILLISECONDS = 8;

/**
 * Runs a generator to its end in slices, so that long work never blocks the page.
 * @param steps give how much of the work is done, between 0 and 1
 * @param onSlice called with that after each slice; what it throws stops the work
 */
export async function runInSlices<Value>(
	steps: Iterator<number, Value>,
	onSlice: (share: number) => void = () => undefined
): Promise<Value> {
	for (;;) {
		const start = performance.now();
		let share: number;
		do {
			const step = steps.next();
			if (step.done === true) return step.value;
			share = step.value;
		} while (performance.now() - start < SLICE_MILLISECONDS);
		await giveWay();
		onSlice(share);
	}
}

/**
 * Steps as a part of the whole work, from one share of it to another.
 * @param count how many there are about; more of them stay at the end of their part
 */
export function* asPart<Value>(
	steps: Iterator<void, Value>,
	{ count, from, to }: { count: number; from: number; to: number }
): Generator<number, Value> {
	for (let done = 1; ; done++) {
		const step = steps.next();
		if (step.done === true) return step.value;
		yield from + (to - from) * Math.min(1, done / count);
	}
}

/** Ends when the page had its turn. A message comes sooner than a timer, which browsers hold back. */
export function giveWay(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
