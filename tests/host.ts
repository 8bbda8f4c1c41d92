import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createStaticServer, listenOnLoopback } from '../scripts/static-server.mjs';

/**
 * How a host fails: `page`: the start page stands in for the file, as if all were well; `error`: it says that it is
 * broken; `cut`: it stops in the middle.
 */
type Trouble = 'page' | 'error' | 'cut';

/** A host of the built site that a journey can bring new versions to, break, and take off the network. */
export class Host {
	/** Says which requests go wrong, by their path. */
	trouble: (path: string) => Trouble | undefined = () => undefined;
	/** Holds requests back, by their path, until what it gives resolves. */
	hold: (path: string) => Promise<void> | undefined = () => undefined;
	readonly #base: string;
	/** Read at once: the folder of a version may be gone before the last request for it. */
	#startPage: Buffer;
	#site: Server;
	#port = 0;
	readonly #server = createServer((request, response) => {
		const held = this.hold(request.url ?? '');
		if (held) void held.then(() => this.#answer(request, response));
		else this.#answer(request, response);
	});

	/**
	 * @param folder the built site
	 * @param base the folder of the host that it is in, such as `/some/folder`; empty: at its root
	 */
	constructor(folder: string, base = '') {
		this.#startPage = readFileSync(join(folder, 'index.html'));
		this.#base = base;
		this.#site = createStaticServer(folder, base);
	}

	/** The address of a page of the site. */
	at(path = ''): string {
		return `http://127.0.0.1:${this.#port}${this.#base}/${path}`;
	}

	/** On the network, at the same address as before. */
	async open(): Promise<void> {
		this.#port = await listenOnLoopback(this.#server, this.#port);
	}

	/** Off the network: nobody answers there. */
	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		this.#server.closeAllConnections();
		await closed;
	}

	/** Puts another version of the site in place of this one; the files of this one are gone. */
	deploy(folder: string): void {
		this.#startPage = readFileSync(join(folder, 'index.html'));
		this.#site = createStaticServer(folder, this.#base);
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		// to compress every file of every version would take most of a journey's time
		delete request.headers['accept-encoding'];
		const trouble = this.trouble(request.url ?? '');
		if (trouble === undefined) this.#site.emit('request', request, response);
		else this.#fail(response, trouble);
	}

	#fail(response: ServerResponse, trouble: Trouble): void {
		if (trouble === 'error') {
			response.writeHead(500).end();
			return;
		}
		const page = this.#startPage;
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': page.length });
		if (trouble === 'page') response.end(page);
		else response.write(page.subarray(0, 100), () => response.destroy());
	}
}
