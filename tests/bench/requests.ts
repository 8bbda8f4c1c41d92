import type { CDPSession } from '@playwright/test';

/** What a page asked for until a moment. */
export interface Requests {
	count: number;
	/** Requests to another origin than the page's. */
	foreign: number;
	/** The longest chain of requests that had to wait for each other; the page itself is the first. */
	roundTrips: number;
	/** Bytes of all bodies on the wire, and by kind. */
	bytes: number;
	bytesByKind: Record<string, number>;
	/** Bytes of the headers of all answers. HTTP/2, which hosts speak, packs those that repeat. */
	headers: number;
	/** Bytes of script unpacked. */
	scriptRaw: number;
}

interface Seen {
	url: string;
	kind: string;
	/** When it was asked for, in milliseconds since 1970. */
	at: number;
	depth: number;
	body: number;
	headers: number;
	raw: number;
}

/**
 * Watches the requests of a page from now on.
 * @returns a function that says what was asked for until a moment, in milliseconds since 1970
 */
export function watchRequests(cdp: CDPSession, origin: string): (until: number) => Requests {
	const seen = new Map<string, Seen>();
	const depths = new Map<string, number>();

	cdp.on('Network.requestWillBeSent', ({ requestId, request, type, initiator, documentURL, wallTime }) => {
		if (!/^(https?|wss?):/.test(request.url)) return;
		const by = initiator.url ?? initiator.stack?.callFrames[0]?.url ?? documentURL;
		const depth = type === 'Document' ? 1 : 1 + (depths.get(by) ?? 1);
		depths.set(request.url, depth);
		seen.set(requestId, {
			url: request.url,
			kind: type ?? 'Other',
			at: wallTime * 1000,
			depth,
			body: 0,
			headers: 0,
			raw: 0
		});
	});
	cdp.on('Network.responseReceived', ({ requestId, response }) => {
		const one = seen.get(requestId);
		if (one) one.headers = response.encodedDataLength;
	});
	cdp.on('Network.dataReceived', ({ requestId, dataLength }) => {
		const one = seen.get(requestId);
		if (one) one.raw += dataLength;
	});
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const one = seen.get(requestId);
		if (one) one.body = encodedDataLength - one.headers;
	});

	return (until) => {
		const all = [...seen.values()].filter(({ at }) => at <= until);
		const bytesByKind: Record<string, number> = {};
		for (const { kind, body } of all) bytesByKind[kind] = (bytesByKind[kind] ?? 0) + body;
		return {
			count: all.length,
			foreign: all.filter(({ url }) => new URL(url).origin !== origin).length,
			roundTrips: Math.max(0, ...all.map(({ depth }) => depth)),
			bytes: all.reduce((sum, { body }) => sum + body, 0),
			bytesByKind,
			headers: all.reduce((sum, { headers }) => sum + headers, 0),
			scriptRaw: all.filter(({ kind }) => kind === 'Script').reduce((sum, { raw }) => sum + raw, 0)
		};
	};
}
