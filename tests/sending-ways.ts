/** Where a way of sending is to send to; each has a port of its own. */
export interface Target {
	/** Host and port, for schemes of other kinds. */
	host: string;
	/** For example `http://127.0.0.1:4711/`. */
	http: string;
	/** The same with https, which nobody understands there; its first words arrive all the same. */
	https: string;
}

/** Runs in the page, and so must need nothing but its argument and the browser. */
type Way = (to: Target) => unknown;

/**
 * Ways in which a page could send something out without leaving the screen. What a browser lacks throws, and counts as
 * stopped there.
 */
export const QUIET_WAYS: Readonly<Record<string, Way>> = {
	fetch: ({ http }) => void fetch(`${http}?canary`, { mode: 'no-cors' }).catch(() => undefined),
	'fetch, kept alive': ({ http }) =>
		void fetch(http, { mode: 'no-cors', method: 'POST', body: 'canary', keepalive: true }).catch(
			() => undefined
		),
	'fetch, later': ({ http }) =>
		(globalThis as unknown as { fetchLater: (url: string, options: object) => void }).fetchLater(http, {
			activateAfter: 0
		}),
	'WebAssembly, as it arrives': ({ http }) =>
		void WebAssembly.compileStreaming(fetch(http, { mode: 'no-cors' })).catch(() => undefined),
	'into a cache': ({ http }) =>
		void caches.open('canary').then((cache) => cache.add(http).catch(() => undefined)),
	XMLHttpRequest: ({ http }) => {
		const request = new XMLHttpRequest();
		request.open('POST', http);
		request.send('canary');
	},
	sendBeacon: ({ http }) => navigator.sendBeacon(http, 'canary'),
	WebSocket: ({ host }) => void new WebSocket(`ws://${host}/?canary`),
	EventSource: ({ http }) => void new EventSource(http),
	WebTransport: ({ host }) => {
		const transport = new WebTransport(`https://${host}/`);
		transport.ready.catch(() => undefined);
		transport.closed.catch(() => undefined);
	},
	'WebRTC by STUN': async ({ host }) => {
		const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
		peer.createDataChannel('canary');
		await peer.setLocalDescription(await peer.createOffer());
	},
	'WebRTC by TURN over TCP': async ({ host }) => {
		const peer = new RTCPeerConnection({
			iceServers: [{ urls: `turn:${host}?transport=tcp`, username: 'canary', credential: 'canary' }]
		});
		peer.createDataChannel('canary');
		await peer.setLocalDescription(await peer.createOffer());
	},
	image: ({ http }) => void (new Image().src = `${http}?canary`),
	'image with choices': ({ http }) => void (new Image().srcset = `${http}?canary 1x`),
	'image button': ({ http }) => {
		document.body.append(Object.assign(document.createElement('input'), { type: 'image', src: http }));
	},
	'CSS background': ({ http }) => {
		const box = document.createElement('p');
		box.style.background = `url(${http}?canary)`;
		box.style.height = '9px';
		document.body.append(box);
	},
	'CSS list mark': ({ http }) => {
		const item = document.createElement('li');
		item.style.listStyle = `url(${http}?canary)`;
		document.body.append(item);
	},
	'CSS @import in a style element': ({ http }) => {
		const style = document.createElement('style');
		style.textContent = `@import url(${http}?canary);`;
		document.head.append(style);
	},
	'CSS @import as a rule': ({ http }) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		// a sheet of the page itself is in the way of none
		link.href = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '';
		// once: the sheet has loaded again when the one it asks for has come
		link.addEventListener('load', () => link.sheet?.insertRule(`@import url(${http}?canary);`, 0), {
			once: true
		});
		document.head.append(link);
	},
	FontFace: ({ http }) => void new FontFace('canary', `url(${http}?canary)`).load().catch(() => undefined),
	'stylesheet link': ({ http }) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: http }));
	},
	icon: ({ http }) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: http }));
	},
	prefetch: ({ http }) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: http }));
	},
	preload: ({ http }) => {
		document.head.append(
			Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: http })
		);
	},
	modulepreload: ({ http }) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: http }));
	},
	preconnect: ({ http }) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: http }));
	},
	'dns-prefetch': ({ http }) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: http }));
	},
	'speculation rules': ({ http }) => {
		const script = document.createElement('script');
		script.type = 'speculationrules';
		script.textContent = JSON.stringify({ prefetch: [{ urls: [http], eagerness: 'immediate' }] });
		document.head.append(script);
	},
	'script element': ({ http }) => {
		document.head.append(Object.assign(document.createElement('script'), { src: http }));
	},
	'module script': ({ http }) => {
		document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: http }));
	},
	'inline script': ({ http }) => {
		const script = document.createElement('script');
		script.textContent = `new Image().src = '${http}'`;
		document.head.append(script);
	},
	'script from text': ({ http }) => {
		setTimeout(`new Image().src = '${http}'`);
	},
	'event attribute': ({ http }) => {
		const button = document.createElement('button');
		button.setAttribute('onclick', `new Image().src = '${http}'`);
		button.click();
	},
	'javascript: address': ({ http }) => {
		const link = document.createElement('a');
		link.href = `javascript:void (new Image().src = '${http}')`;
		document.body.append(link);
		link.click();
	},
	markup: ({ http }) => {
		const box = document.createElement('div');
		document.body.append(box);
		box.innerHTML = `<img src="${http}">`;
	},
	iframe: ({ http }) => {
		document.body.append(Object.assign(document.createElement('iframe'), { src: http }));
	},
	'iframe with markup': ({ http }) => {
		document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: `<img src="${http}">` }));
	},
	'image in an empty iframe': ({ http }) => {
		const frame = document.createElement('iframe');
		document.body.append(frame);
		const image = frame.contentDocument?.createElement('img');
		if (image === undefined) return;
		image.src = http;
		frame.contentDocument?.body.append(image);
	},
	object: ({ http }) => {
		document.body.append(Object.assign(document.createElement('object'), { data: http }));
	},
	embed: ({ http }) => {
		document.body.append(Object.assign(document.createElement('embed'), { src: http }));
	},
	video: ({ http }) => {
		document.body.append(Object.assign(document.createElement('video'), { src: http, preload: 'auto' }));
	},
	'picture of a video': ({ http }) => {
		document.body.append(Object.assign(document.createElement('video'), { poster: http }));
	},
	audio: ({ http }) => void (new Audio(http).preload = 'auto'),
	track: ({ http }) => {
		const video = document.createElement('video');
		video.crossOrigin = 'anonymous';
		const track = document.createElement('track');
		track.default = true;
		track.src = http;
		video.append(track);
		document.body.append(video);
		track.track.mode = 'showing';
	},
	'SVG image': ({ http }) => {
		const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
		image.setAttribute('href', http);
		svg.append(image);
		document.body.append(svg);
	},
	'SVG use': ({ http }) => {
		const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
		use.setAttribute('href', `${http}#a`);
		svg.append(use);
		document.body.append(svg);
	},
	'base address': ({ http }) => {
		document.head.prepend(Object.assign(document.createElement('base'), { href: http }));
		new Image().src = 'canary';
		document.querySelector('base')?.remove();
	},
	'form, post': ({ http }) => {
		const frame = Object.assign(document.createElement('iframe'), { name: 'posted' });
		const form = Object.assign(document.createElement('form'), {
			method: 'post',
			action: http,
			target: 'posted'
		});
		document.body.append(frame, form);
		form.submit();
	},
	'form, get': ({ http }) => {
		const frame = Object.assign(document.createElement('iframe'), { name: 'asked' });
		const form = Object.assign(document.createElement('form'), { action: http, target: 'asked' });
		document.body.append(frame, form);
		form.submit();
	},
	'link ping': ({ http }) => {
		const link = Object.assign(document.createElement('a'), { href: '#ping', ping: http });
		document.body.append(link);
		link.click();
	},
	'worker from elsewhere': ({ http }) => void new Worker(http),
	'worker made here': ({ http }) => {
		const code = new Blob([`fetch('${http}', { mode: 'no-cors' })`], { type: 'text/javascript' });
		new Worker(URL.createObjectURL(code));
	},
	'shared worker': ({ http }) => void new SharedWorker(http),
	'shared worker made here': ({ http }) => {
		const code = `data:text/javascript,fetch('${http}', { mode: 'no-cors' })`;
		new SharedWorker(code);
	},
	'service worker from elsewhere': ({ http }) =>
		void navigator.serviceWorker.register(http).catch(() => undefined),
	'service worker from data:': ({ http }) =>
		void navigator.serviceWorker
			.register(`data:text/javascript,fetch('${http}', { mode: 'no-cors' })`)
			.catch(() => undefined),
	'paint worklet': ({ http }) =>
		void (CSS as unknown as { paintWorklet: Worklet }).paintWorklet.addModule(http).catch(() => undefined),
	'audio worklet': ({ http }) =>
		void new OfflineAudioContext(1, 1, 44_100).audioWorklet.addModule(http).catch(() => undefined),
	'report of a violation': ({ http }) => {
		const rules = document.createElement('meta');
		rules.httpEquiv = 'content-security-policy';
		rules.content = `img-src 'self' data: blob: ; report-uri ${http}`;
		document.head.append(rules);
		new Image().src = 'http://127.0.0.1:9/canary';
	},
	'address in the history': ({ http }) => history.pushState(null, '', http)
};

/** Ways that leave the page, or open another: no policy forbids them, so the code must have none with data. */
export const LEAVING_WAYS: Readonly<Record<string, Way>> = {
	'window.open': ({ https }) => void window.open(`${https}?canary`),
	'top-level navigation': ({ https }) => void (location.href = `${https}?canary`),
	'link to a new tab': ({ https }) => {
		const link = document.createElement('a');
		link.href = `${https}?canary`;
		link.target = '_blank';
		document.body.append(link);
		link.click();
	},
	'meta refresh': ({ https }) => {
		const refresh = document.createElement('meta');
		refresh.httpEquiv = 'refresh';
		refresh.content = `0;url=${https}?canary`;
		document.head.append(refresh);
	}
};

/** Names of the ways that no directive of a policy covers; a header closes them in newer browsers. */
export const WEBRTC_WAYS: readonly string[] = ['WebRTC by STUN', 'WebRTC by TURN over TCP'];
