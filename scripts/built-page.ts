import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What the browser has to fetch before a built page works. */
export interface BuiltPage {
	/** Path inside the build folder, with slashes. */
	path: string;
	html: string;
	/** Scripts that the page names itself, as paths inside the build folder: they arrive in one round trip. */
	scripts: string[];
	/** Scripts that those import and the page does not name: each costs a round trip more. */
	lateScripts: string[];
	styles: string[];
	/** Files that the page names and the build does not have. */
	missing: string[];
}

/** Bytes of a page: on the wire (brotli, sum of all files), of its script unpacked, and the number of requests. */
export interface PageBytes {
	html: number;
	script: number;
	style: number;
	total: number;
	scriptRaw: number;
	requests: number;
}

/**
 * Reads a built page and follows what it loads.
 * @param build the build folder
 * @param path of the page inside it
 */
export function readBuiltPage(build: string, path: string): BuiltPage {
	const html = readFileSync(join(build, path), 'utf8');
	const linked = (rel: string): string[] =>
		[...html.matchAll(/<link\b[^>]*>/g)]
			.map(([tag]) => tag)
			.filter((tag) => new RegExp(`\\brel="?${rel}\\b`).test(tag))
			.map((tag) => /\bhref="?([^">\s]+)/.exec(tag)?.[1] ?? '');
	const imported = [...html.matchAll(/\bimport\("([^"]+\.js)"\)/g)].map(([, target = '']) => target);
	const inside = (target: string): string => insideBuild(posix.dirname(path), target);
	const isThere = (file: string): boolean => existsSync(join(build, file));
	const named = unique([...linked('modulepreload'), ...imported].map(inside));
	const styles = unique(linked('stylesheet').map(inside));
	const scripts = named.filter(isThere);
	return {
		path,
		html,
		scripts,
		lateScripts: importsOf(build, scripts).filter((script) => !scripts.includes(script)),
		styles: styles.filter(isThere),
		missing: [...named, ...styles].filter((file) => !isThere(file))
	};
}

/** Weighs a page as a host sends it. */
export function weighPage(build: string, page: BuiltPage): PageBytes {
	const scripts = [...page.scripts, ...page.lateScripts];
	const packed = (paths: string[]): number =>
		paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(build, path))).length, 0);
	const [html, script, style] = [packed([page.path]), packed(scripts), packed(page.styles)];
	return {
		html,
		script,
		style,
		total: html + script + style,
		scriptRaw: scripts.reduce((sum, path) => sum + readFileSync(join(build, path)).length, 0),
		requests: 1 + scripts.length + page.styles.length
	};
}

/** All scripts that these scripts import statically, themselves included, at any depth. */
function importsOf(build: string, scripts: readonly string[]): string[] {
	const reached = [...scripts];
	for (const script of reached) {
		const code = readFileSync(join(build, script), 'utf8');
		for (const [, target = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
			const found = insideBuild(dirname(script), target);
			if (!reached.includes(found)) reached.push(found);
		}
	}
	return reached;
}

/** An address in a file as a path inside the build folder. 404.html names its files from the root of the site. */
function insideBuild(folder: string, target: string): string {
	return target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
}

function unique(values: string[]): string[] {
	return [...new Set(values)];
}
