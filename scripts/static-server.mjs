import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersFor, parseHeaderRules } from './header-rules.mjs';

const TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.woff2': 'font/woff2'
};
/** Packing a file larger than this as small as can be takes seconds: it is packed like most hosts do. */
const LARGE = 1_000_000;
const COMPRESS = {
	/** @param {Buffer} bytes */
	br: (bytes) =>
		promisify(brotliCompress)(bytes, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : constants.BROTLI_MAX_QUALITY
			}
		}),
	gzip: promisify(gzip)
};

/**
 * A server for one folder of static files that behaves like the usual hosts: folders end in a slash, unknown
 * addresses give 404.html with status 404, text is compressed, and the rules of `_headers` hold.
 * @param {string} folder what to serve
 * @param {string} [base] path in front of everything, such as `/sub/path`; empty for none
 * @returns {import('node:http').Server} not listening yet
 */
export function createStaticServer(folder, base = '') {
	const root = resolve(folder);
	const rulesFile = join(root, '_headers');
	const rules = existsSync(rulesFile) ? parseHeaderRules(readFileSync(rulesFile, 'utf8')) : [];
	/** @type {Map<string, Promise<Buffer>>} compressed bodies by file, encoding and time of change */
	const bodies = new Map();

	return createServer((request, response) => {
		answer(request, response).catch((error) => {
			console.error(error);
			response.destroy();
		});
	});

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 */
	async function answer(request, response) {
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return end(response, 405, { Allow: 'GET, HEAD' });
		const path = pathOf(request.url ?? '/');
		if (path === null) return end(response, 400);
		if (path === base && base !== '') return end(response, 308, { Location: `${base}/` });
		const inside = path.startsWith(`${base}/`) ? path.slice(base.length) : null;
		const found = inside === null ? null : fileFor(root, inside);
		if (found?.isFolder) return end(response, 308, { Location: `${path}/` });

		const file = found?.file ?? join(root, '404.html');
		if (!existsSync(file)) return end(response, 404);
		const { mtimeMs, size } = statSync(file);
		const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
		const type = TYPES[extname(file)] ?? 'application/octet-stream';
		const headers = {
			'Content-Type': type,
			'Cache-Control': 'no-cache',
			ETag: tag,
			// that a file is missing must not be remembered as long as the file would be
			...headersFor(rules, found ? inside : '/404.html')
		};
		if (found && request.headers['if-none-match'] === tag) return end(response, 304, headers);

		const encoding = encodingFor(type, request.headers['accept-encoding']);
		const body = await bodyOf(file, encoding, tag);
		if (encoding) Object.assign(headers, { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' });
		response.writeHead(found ? 200 : 404, { ...headers, 'Content-Length': body.length });
		response.end(request.method === 'HEAD' ? undefined : body);
	}

	/**
	 * @param {string} file
	 * @param {'br' | 'gzip' | null} encoding
	 * @param {string} tag
	 */
	function bodyOf(file, encoding, tag) {
		if (encoding === null) return Promise.resolve(readFileSync(file));
		const key = `${encoding} ${tag} ${file}`;
		const body = bodies.get(key) ?? COMPRESS[encoding](readFileSync(file));
		bodies.set(key, body);
		return body;
	}
}

/**
 * Listens on this machine only.
 * @param {import('node:net').Server} server
 * @param {number} port the port to begin with; 0 for any free one
 * @param {number} [tries] how many ports in a row to try
 * @returns {Promise<number>} the port in use
 */
export async function listenOnLoopback(server, port, tries = 1) {
	for (let attempt = port; ; attempt += 1) {
		const error = await new Promise((settled) => {
			server.once('error', settled);
			server.listen(attempt, '127.0.0.1', () => {
				server.off('error', settled);
				settled(null);
			});
		});
		if (error === null) return server.address().port;
		if (error.code !== 'EADDRINUSE' || attempt >= port + tries - 1) throw error;
	}
}

/** @param {string} url */
function pathOf(url) {
	try {
		return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
	} catch {
		return null;
	}
}

/**
 * The file behind a path, or that the path is a folder and wants a slash. Hosts do not serve what begins with
 * a dot or an underscore at the top (`_headers`, `.nojekyll`), save the folder `_app`.
 * @param {string} root
 * @param {string} path
 */
function fileFor(root, path) {
	const file = resolve(join(root, path));
	if (file !== root && !file.startsWith(root + sep)) return null;
	if (/^\/([.]|_(?!app\/))/.test(path)) return null;
	if (path.endsWith('/')) {
		const index = join(file, 'index.html');
		return existsSync(index) ? { file: index, isFolder: false } : null;
	}
	if (!existsSync(file)) return null;
	if (!statSync(file).isDirectory()) return { file, isFolder: false };
	return existsSync(join(file, 'index.html')) ? { file, isFolder: true } : null;
}

/**
 * @param {string} type
 * @param {string | string[] | undefined} accepted
 */
function encodingFor(type, accepted) {
	if (!/^text|json|javascript|svg/.test(type)) return null;
	return /\bbr\b/.test(String(accepted)) ? 'br' : /\bgzip\b/.test(String(accepted)) ? 'gzip' : null;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} [headers]
 */
function end(response, status, headers = {}) {
	response.writeHead(status, headers);
	response.end();
}
