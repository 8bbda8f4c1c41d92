import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectPdf, RULE_NAMES } from './check-pdf.ts';

/** A file to check. */
export interface NamedPdf {
	name: string;
	bytes: Uint8Array;
}

/** Where the outcome is written. */
export interface Output {
	/** Writes a line on stdout. */
	print(line: string): void;
	/** Writes a line on stderr. */
	warn(line: string): void;
}

/**
 * Checks files by all rules, and by veraPDF where that is installed. One line for each file.
 * @param command another name of veraPDF
 * @returns whether all is good
 */
export async function checkFiles(
	files: AsyncIterable<NamedPdf> | Iterable<NamedPdf>,
	output: Output,
	command = 'verapdf'
): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'check-pdf-'));
	try {
		const copies: string[] = [];
		let isGood = true;
		for await (const { name, bytes } of files) {
			const { elementCount, findings } = await inspectPdf(bytes);
			for (const { rule, place, detail } of findings) output.warn(`${name}, ${place}\n  ${rule}: ${detail}`);
			output.print(
				`${name}: ${elementCount} elements, ${RULE_NAMES.length} rules, ${findings.length} findings`
			);
			if (findings.length > 0) isGood = false;
			copies.push(join(folder, `${copies.length + 1} ${name.replace(/[^\w.-]+/g, ' ').slice(-60)}.pdf`));
			writeFileSync(copies.at(-1) ?? '', bytes);
		}
		return copies.length > 0 && askVeraPdf(command, copies, output) && isGood;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Whether veraPDF finds that the files are PDF/UA-1. Where it is not installed nothing is said against them. */
function askVeraPdf(command: string, files: readonly string[], { print, warn }: Output): boolean {
	const { error, status, stdout, stderr } = spawnSync(
		command,
		['--flavour', 'ua1', '--format', 'text', ...files],
		{
			encoding: 'utf8'
		}
	);
	if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
		print('veraPDF is not installed, so it was not asked.');
		return true;
	}
	print(`veraPDF says:\n${stdout.trim()}`);
	if (status === 0) return true;
	warn(error?.message ?? (stderr.trim() || `veraPDF ended with ${status ?? 'a signal'}.`));
	return false;
}
