/** Work for this long, then let the page paint and take input. */
const SLICE_MILLISECONDS = 8;

/** Runs a generator to its end in slices, so that a long layout never blocks the page. */
export async function runInSlices(steps: Iterator<void>): Promise<void> {
	for (;;) {
		const start = performance.now();
		do {
			if (steps.next().done === true) return;
		} while (performance.now() - start < SLICE_MILLISECONDS);
		await giveWay();
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
