// The page "Check it yourself" tries to send here, and nowhere else in the site is such a way used. Every attempt goes
// to a name of its own below one that can never exist (RFC 2606, RFC 6761), and carries nothing but the word "test".
const HOST = 'self-test.invalid';

/** How long a browser may take to say that it refused, after an attempt has come to nothing, in milliseconds. */
const REPORT_WITHIN = 1500;
/** How long an attempt may take altogether, in milliseconds. */
const WITHIN = 6000;

/**
 * What became of an attempt to send. `refused`: the browser reported that the policy of the page forbids it, or would
 * not even begin. `sent`: it was tried, and no report came. `untold`: neither happened.
 */
export type SendOutcome = 'refused' | 'sent' | 'untold';

/** How an attempt ended, as far as it can be seen from the page. */
interface Ending {
	/** To be called when the attempt has come to an end, good or bad: a refused one may look like one without answer. */
	ended: () => void;
	/** What to take away again afterwards. */
	leave: (node: Element) => void;
}

type Send = (address: (scheme?: string) => string, ending: Ending) => void;

/**
 * Each way of sending; each throws where the browser refuses to begin. Frames and forms are left out: Chromium refuses
 * them too, but looks up the name of the address meanwhile.
 */
const SENDERS = {
	fetch: (address, { ended }) => void fetch(address(), { mode: 'no-cors' }).then(ended, ended),
	xhr: (address, { ended }) => {
		const request = new XMLHttpRequest();
		request.onloadend = ended;
		request.open('GET', address());
		request.send();
	},
	beacon: (address, { ended }) => {
		// false: not taken on, which has other reasons too
		if (navigator.sendBeacon(address(), 'test')) ended();
	},
	websocket: (address, { ended }) => {
		new WebSocket(address('wss')).onclose = ended;
	},
	eventsource: (address, { ended }) => {
		const source = new EventSource(address());
		source.onerror = () => {
			source.close();
			ended();
		};
	},
	image: (address, { ended }) => {
		const image = new Image();
		image.onload = image.onerror = ended;
		image.src = address();
	},
	style: (address, ending) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = address();
		place(link, ending);
	},
	script: (address, ending) => {
		const script = document.createElement('script');
		script.src = address();
		place(script, ending);
	},
	font: (address, { ended }) => void new FontFace('self-test', `url(${address()})`).load().then(ended, ended),
	media: (address, { ended }) => {
		const film = document.createElement('video');
		film.onerror = ended;
		film.src = address();
	},
	object: (address, ending) => {
		const object = document.createElement('object');
		object.data = address();
		place(object, ending);
	}
} satisfies Record<string, Send>;

/** A way of sending that the self-test tries. */
export type SendWay = keyof typeof SENDERS;

/** All ways that the self-test tries, in the order in which they are shown. */
export const SEND_WAYS = Object.keys(SENDERS) as SendWay[];

/**
 * Tries to send in one way, and says what the browser did about it. Never throws.
 *
 * Only a report of the browser counts as refused, or an error thrown before anything was begun. That an attempt fails
 * proves nothing, because nobody is at the address.
 */
export function tryToSend(way: SendWay): Promise<SendOutcome> {
	return new Promise((resolve) => {
		const left: Element[] = [];
		const host = `${way}.${HOST}`;
		const settle = (outcome: SendOutcome): void => {
			clearTimeout(limit);
			document.removeEventListener('securitypolicyviolation', onviolation);
			for (const node of left) node.remove();
			resolve(outcome);
		};
		const onviolation = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
			// browsers shorten addresses of schemes other than http to the scheme
			const isOurs = blockedURI.includes(host) || (way === 'websocket' && blockedURI === 'wss');
			if (isOurs && disposition === 'enforce') settle('refused');
		};
		let limit = setTimeout(() => settle('untold'), WITHIN);
		const waitForReport = (otherwise: SendOutcome): void => {
			clearTimeout(limit);
			limit = setTimeout(() => settle(otherwise), REPORT_WITHIN);
		};
		document.addEventListener('securitypolicyviolation', onviolation);
		try {
			SENDERS[way]((scheme = 'https') => `${scheme}://${host}/?test`, {
				ended: () => waitForReport('sent'),
				leave: (node) => left.push(node)
			});
		} catch (error) {
			// Firefox throws errors of its own and reports what they mean; another browser may lack the way
			if (isRefusal(way, error)) settle('refused');
			else waitForReport('untold');
		}
	});
}

/** An error by which a browser says that it does not begin, and not that it lacks the way. */
function isRefusal(way: SendWay, error: unknown): boolean {
	return (
		(error instanceof DOMException && error.name === 'SecurityError') ||
		// Trusted Types: the address of what may hold a program may not be a mere text
		((way === 'script' || way === 'object') && error instanceof TypeError)
	);
}

function place(node: HTMLElement, { ended, leave }: Ending): void {
	node.onload = node.onerror = ended;
	leave(node);
	document.body.append(node);
}
