import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of the built site that is another version of it, as a change in its sources would make: another name, and
 * not one file of code under the address it had. Quicker than to build it.
 * @param build the folder of the built site; it stays as it is
 * @param name of the new version, letters and digits
 * @returns the folder of the copy, for the caller to remove
 */
export function nextVersion(build: string, name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `site-${name}-`));
	cpSync(build, folder, { recursive: true });
	const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8'));
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => ({ folder: entry.parentPath, file: entry.name }));
	const code = files.filter(({ folder }) => folder.includes('immutable')).map(({ file }) => file);
	const changed = new RegExp([version, ...code].map((text) => text.replaceAll('.', '\\.')).join('|'), 'g');
	const rename = (text: string): string =>
		text.replace(changed, (found) => (found === version ? name : `${name}-${found}`));

	for (const { folder, file } of files) {
		const path = join(folder, file);
		if (/\.(html|js|json)$/.test(file)) writeFileSync(path, withPolicy(rename(readFileSync(path, 'utf8'))));
		if (code.includes(file)) renameSync(path, join(folder, rename(file)));
	}
	return folder;
}

/** The policy of a page names its script by a hash, which a changed script has no longer. */
function withPolicy(text: string): string {
	const script = /<script>([\s\S]*?)<\/script>/.exec(text)?.[1];
	if (script === undefined) return text;
	const hash = createHash('sha256').update(script).digest('base64');
	return text.replace(/(script-src 'self' 'wasm-unsafe-eval' 'sha256-)[^']+/, `$1${hash}`);
}
