import { afterEach, expect, it, vi } from 'vitest';
import { whenIdle } from '#lib/session/when-idle.ts';

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Whether it is called within ten seconds in such a browser. */
function isCalledIn(browser: object): boolean {
	vi.useFakeTimers();
	vi.stubGlobal('window', browser);
	for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);
	const call = vi.fn();
	whenIdle(call);
	vi.advanceTimersByTime(10_000);
	return call.mock.calls.length === 1;
}

it('calls also in a browser that is never idle, and in one that does not tell', () => {
	const requestIdleCallback = (call: () => void, { timeout }: IdleRequestOptions = {}) =>
		timeout === undefined ? undefined : setTimeout(call, timeout);
	expect(isCalledIn({ requestIdleCallback })).toBe(true);
	expect(isCalledIn({})).toBe(true);
});
