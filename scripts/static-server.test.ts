import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStaticServer, listenOnLoopback } from './static-server.mjs';

const FILES: Record<string, string> = {
	'site/index.html': '<h1>Start</h1>',
	'site/404.html': '<h1>Not here</h1>',
	'site/assess/index.html': '<h1>Assess</h1>',
	'site/_app/immutable/a.js': `export const long = '${'a'.repeat(500)}';`,
	'site/.nojekyll': '',
	'site/_headers':
		'# all\n/*\n  X-Frame: none\n/_app/immutable/*\n  Cache-Control: immutable\n  X-Link: <https://a>',
	'secret.txt': 'outside'
};

let folder: string;
const open: Server[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'served-'));
	for (const [file, text] of Object.entries(FILES)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
});

afterEach(async () => {
	for (const server of open.splice(0)) await new Promise((closed) => server.close(closed));
	rmSync(folder, { recursive: true, force: true });
});

async function start(base = ''): Promise<number> {
	const server = createStaticServer(join(folder, 'site'), base);
	open.push(server);
	return listenOnLoopback(server, 0);
}

interface Reply {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Asks with the path exactly as given: `fetch` would tidy it up. */
function ask(
	port: number,
	path: string,
	headers: Record<string, string> = {},
	method = 'GET'
): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
			);
		});
		asked.on('error', reject);
		asked.end();
	});
}

describe('a static server', () => {
	it('serves files with their type, and folders with a slash at the end', async () => {
		const port = await start();
		const page = await ask(port, '/assess/?from=mail');
		expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
		expect(page.body.toString()).toBe('<h1>Assess</h1>');
		const script = await ask(port, '/_app/immutable/a.js');
		expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
		const folderPage = await ask(port, '/assess');
		expect([folderPage.status, folderPage.headers.location]).toEqual([308, '/assess/']);
	});

	it('answers 404 with the page for it, also where a folder has no page', async () => {
		const port = await start();
		for (const path of ['/nowhere', '/_app/', '/_app', '/nowhere/']) {
			const { status, body } = await ask(port, path);
			expect([path, status, body.toString()]).toEqual([path, 404, '<h1>Not here</h1>']);
		}
	});

	it('keeps to its folder and to what hosts serve', async () => {
		const port = await start();
		for (const path of [
			'/../secret.txt',
			'/assess/..%2f..%2fsecret.txt',
			'/%2e%2e/secret.txt',
			'/_headers',
			'/.nojekyll'
		]) {
			const { status, body } = await ask(port, path);
			expect([path, status]).toEqual([path, 404]);
			expect(body.toString()).not.toContain('outside');
		}
		expect((await ask(port, '/%')).status).toBe(400);
		expect((await ask(port, '/', {}, 'POST')).status).toBe(405);
	});

	it('compresses text as asked and says so', async () => {
		const port = await start();
		const plain = (await ask(port, '/_app/immutable/a.js')).body;
		const brotli = await ask(port, '/_app/immutable/a.js', { 'Accept-Encoding': 'gzip, br' });
		expect(brotli.headers['content-encoding']).toBe('br');
		expect(brotliDecompressSync(brotli.body)).toEqual(plain);
		expect(brotli.body.length).toBeLessThan(100);
		const gzip = await ask(port, '/_app/immutable/a.js', { 'Accept-Encoding': 'gzip' });
		expect(gunzipSync(gzip.body)).toEqual(plain);
		expect(gzip.headers.vary).toBe('Accept-Encoding');
	});

	it('follows the rules of _headers', async () => {
		const port = await start();
		const script = await ask(port, '/_app/immutable/a.js');
		expect(script.headers).toMatchObject({
			'x-frame': 'none',
			'cache-control': 'immutable',
			'x-link': '<https://a>'
		});
		expect((await ask(port, '/')).headers).toMatchObject({ 'x-frame': 'none', 'cache-control': 'no-cache' });
	});

	it('gives each file of the site the headers that static/_headers means for it', async () => {
		copyFileSync('static/_headers', join(folder, 'site/_headers'));
		writeFileSync(join(folder, 'site/service-worker.js'), '');
		const port = await start();
		const page = (await ask(port, '/')).headers;
		expect(page).toMatchObject({
			'content-security-policy': "frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-cache'
		});
		expect(page['permissions-policy']).toContain('camera=()');
		expect((await ask(port, '/service-worker.js')).headers).toMatchObject({
			'content-security-policy': "default-src 'none'; connect-src 'self'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-cache'
		});
		const immutable = 'public, max-age=31536000, immutable';
		expect((await ask(port, '/_app/immutable/a.js')).headers['cache-control']).toBe(immutable);
		const missing = await ask(port, '/_app/immutable/gone.js');
		expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache']);
		expect(missing.headers['content-security-policy']).toBe("frame-ancestors 'none'");
	});

	it('says when a copy is still good', async () => {
		const port = await start();
		const tag = String((await ask(port, '/')).headers.etag);
		expect((await ask(port, '/', { 'If-None-Match': tag })).status).toBe(304);
		writeFileSync(join(folder, 'site/index.html'), '<h1>Another start</h1>');
		expect((await ask(port, '/', { 'If-None-Match': tag })).body.toString()).toBe('<h1>Another start</h1>');
	});

	it('serves below a path', async () => {
		const port = await start('/sub/path');
		expect((await ask(port, '/sub/path/assess/')).status).toBe(200);
		expect((await ask(port, '/sub/path/assess')).headers.location).toBe('/sub/path/assess/');
		expect((await ask(port, '/sub/path')).headers.location).toBe('/sub/path/');
		expect((await ask(port, '/assess/')).status).toBe(404);
		expect((await ask(port, '/sub/pathological/')).status).toBe(404);
	});
});

describe('listening', () => {
	it('takes the next port when one is busy, and says so when none is left', async () => {
		const busy = createServer();
		open.push(busy);
		const port = await listenOnLoopback(busy, 0);
		const next = createStaticServer(join(folder, 'site'));
		open.push(next);
		expect(await listenOnLoopback(next, port, 20)).toBeGreaterThan(port);
		await expect(listenOnLoopback(createStaticServer(folder), port)).rejects.toMatchObject({
			code: 'EADDRINUSE'
		});
	});
});
