import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SEND_WAYS, tryToSend } from '#lib/session/self-test.ts';

/** The browser's side: it can report, and answers an attempt or not. */
let browser: EventTarget;
let answer: { fails: () => void };

function report(blockedURI: string, disposition = 'enforce'): void {
	browser.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI, disposition }));
}

beforeEach(() => {
	vi.useFakeTimers();
	browser = new EventTarget();
	vi.stubGlobal('document', browser);
	vi.stubGlobal(
		'fetch',
		() => new Promise((_, reject) => (answer = { fails: () => reject(new TypeError('Failed to fetch')) }))
	);
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('an attempt to send', () => {
	it('is refused when the browser reports that it refused this very one', async () => {
		const outcome = tryToSend('fetch');
		answer.fails();
		report('https://image.self-test.invalid/?test');
		report('https://fetch.self-test.invalid/?test', 'report');
		await vi.advanceTimersByTimeAsync(1000);
		report('https://fetch.self-test.invalid');
		await expect(outcome).resolves.toBe('refused');
	});

	it('counts as sent when it merely failed: nobody is at the address', async () => {
		const outcome = tryToSend('fetch');
		answer.fails();
		await vi.advanceTimersByTimeAsync(5000);
		await expect(outcome).resolves.toBe('sent');
	});

	it('cannot be told when the browser gives no sign', async () => {
		const outcome = tryToSend('fetch');
		await vi.advanceTimersByTimeAsync(6000);
		await expect(outcome).resolves.toBe('untold');
	});

	it('is refused when the browser does not begin, and untold when it lacks the way', async () => {
		vi.stubGlobal('WebSocket', function refuse() {
			throw new DOMException('Refused', 'SecurityError');
		});
		await expect(tryToSend('websocket')).resolves.toBe('refused');
		vi.stubGlobal('EventSource', undefined);
		const outcome = tryToSend('eventsource');
		await vi.advanceTimersByTimeAsync(5000);
		await expect(outcome).resolves.toBe('untold');
	});

	it('is known by the scheme where the browser reports no more of a WebSocket', async () => {
		vi.stubGlobal('WebSocket', EventTarget);
		const outcome = tryToSend('websocket');
		report('wss');
		await expect(outcome).resolves.toBe('refused');
	});
});

it('tries in more than ten ways', () => {
	expect(SEND_WAYS.length).toBeGreaterThan(10);
});
