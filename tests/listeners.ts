import { createSocket, type Socket as Datagrams } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { listenOnLoopback } from '../scripts/static-server.mjs';

/** Suits whatever asked, so that a way of several requests goes on. */
const ANSWER = [
	'HTTP/1.1 200 OK',
	'Content-Type: text/javascript',
	'Content-Length: 0',
	'Access-Control-Allow-Origin: *',
	'Cross-Origin-Resource-Policy: cross-origin',
	'Connection: close',
	'',
	''
].join('\r\n');

/** How far a way of sending has come: words, a connection without a word, or nothing. */
export type Arrival = 'sent' | 'connected' | 'stopped';

interface Heard {
	connections: number;
	words: number;
}

/**
 * Listeners on this machine for ways of sending, TCP and UDP, each with a port of its own: so even a connection
 * without a word is known by the way that made it.
 */
export class Listeners {
	readonly #servers: Server[] = [];
	readonly #datagrams: Datagrams[] = [];
	readonly #sockets = new Set<Socket>();
	readonly #heard = new Map<string, Heard>();
	/** When anything arrived last, as `Date.now()` says it. */
	lastArrival = 0;

	/** Listens for one more way, and gives its host and port. */
	async listenFor(name: string): Promise<string> {
		const heard: Heard = { connections: 0, words: 0 };
		this.#heard.set(name, heard);
		const count = (what: keyof Heard): void => {
			heard[what] += 1;
			this.lastArrival = Date.now();
		};
		for (;;) {
			const server = createServer((socket) => {
				count('connections');
				this.#sockets.add(socket);
				socket.on('close', () => this.#sockets.delete(socket));
				socket.on('error', () => socket.destroy());
				socket.once('data', () => {
					count('words');
					socket.end(ANSWER);
				});
			});
			const port = await listenOnLoopback(server, 0);
			const datagrams = createSocket('udp4', () => count('words'));
			if (await isBound(datagrams, port)) {
				this.#servers.push(server);
				this.#datagrams.push(datagrams);
				return `127.0.0.1:${port}`;
			}
			// free for TCP is not free for UDP: a browser beside may hold the same number
			datagrams.close();
			server.close();
		}
	}

	arrivalOf(name: string): Arrival {
		const { connections, words } = this.#heard.get(name) ?? { connections: 0, words: 0 };
		return words > 0 ? 'sent' : connections > 0 ? 'connected' : 'stopped';
	}

	/**
	 * Waits until nothing has arrived for so long: that something stays away has no other sign.
	 * @param pause in milliseconds
	 */
	async quiet(pause: number): Promise<void> {
		const begun = Date.now();
		for (;;) {
			const left = Math.max(begun, this.lastArrival) + pause - Date.now();
			if (left <= 0) return;
			await new Promise((resolve) => setTimeout(resolve, left));
		}
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		for (const socket of this.#datagrams) socket.close();
		await Promise.all(this.#servers.map((server) => new Promise((closed) => server.close(closed))));
	}
}

/** Binds to the port on this machine; `false` where another program has it. */
function isBound(socket: Datagrams, port: number): Promise<boolean> {
	return new Promise((resolve, reject) => {
		socket.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(false);
			else reject(error);
		});
		socket.bind(port, '127.0.0.1', () => resolve(true));
	});
}
