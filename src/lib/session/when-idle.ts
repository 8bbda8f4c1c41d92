/**
 * Calls when the browser has nothing better to do, or after five seconds: a busy one may find no such moment ever, and
 * what waits for it includes the lock and the files for use without network.
 */
export function whenIdle(call: () => void): void {
	if ('requestIdleCallback' in window) requestIdleCallback(call, { timeout: 5000 });
	else setTimeout(call, 1000);
}
