import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures were measured with: they mean nothing without. */
export function describeMachine(chromium: string): Record<string, string> {
	return {
		processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
		memory: `${Math.round(totalmem() / 1e9)} GB`,
		load: loadavg()
			.map((load) => load.toFixed(1))
			.join(' '),
		system: `${type()} ${release()}`,
		node: process.version,
		chromium,
		site: commit(),
		peer: `survey-js-ui ${versionOf('survey-js-ui')}`
	};
}

function versionOf(name: string): string {
	return (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
		.version;
}

function commit(): string {
	try {
		return execFileSync('git', ['describe', '--always', '--dirty'], {
			encoding: 'utf8',
			stdio: 'pipe'
		}).trim();
	} catch {
		return 'not in a repository';
	}
}
