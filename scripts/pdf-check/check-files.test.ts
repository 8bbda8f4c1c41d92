import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFiles, type NamedPdf } from './check-files.ts';
import { writePdf } from './correct-pdf.ts';

const GOOD: NamedPdf = { name: 'good.pdf', bytes: writePdf() };
const BAD: NamedPdf = { name: 'bad.pdf', bytes: writePdf([['/Lang (en)', '']]) };
const NONE = 'no-such-command-of-verapdf';

const folder = mkdtempSync(join(tmpdir(), 'check-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a check prints and warns, and whether all is good. */
async function outcome(files: NamedPdf[], command = NONE) {
	const printed: string[] = [];
	const warned: string[] = [];
	const isGood = await checkFiles(
		files,
		{ print: (line) => printed.push(line), warn: (line) => warned.push(line) },
		command
	);
	return { isGood, printed, warned };
}

describe('checkFiles', () => {
	it('says one line for each good file, and that veraPDF is not there', async () => {
		expect(await outcome([GOOD, GOOD])).toEqual({
			isGood: true,
			printed: [
				'good.pdf: 21 elements, 54 rules, 0 findings',
				'good.pdf: 21 elements, 54 rules, 0 findings',
				'veraPDF is not installed, so it was not asked.'
			],
			warned: []
		});
	});

	it('is not content with a finding, whatever comes after it', async () => {
		const { isGood, printed, warned } = await outcome([BAD, GOOD]);
		expect(isGood).toBe(false);
		expect(printed).toContain('bad.pdf: 21 elements, 54 rules, 1 findings');
		expect(warned.join()).toMatch(/^bad\.pdf, document\n {2}The document names its language: /);
	});

	it('is not content with no file at all', async () => {
		expect((await outcome([])).isGood).toBe(false);
	});

	it('asks veraPDF where it is, and believes it', async () => {
		// stands for veraPDF: notes what it was asked, and finds fault with what is called bad
		const command = join(folder, 'verapdf');
		const asked = `${command}.asked`;
		writeFileSync(
			command,
			`#!/bin/sh\necho "$@" > ${asked}\ntest -f "$5" || exit 3\necho PASS\ncase "$*" in *bad*) exit 1;; esac\n`
		);
		chmodSync(command, 0o755);
		const good = await outcome([GOOD], command);
		expect(good).toMatchObject({ isGood: true, warned: [] });
		expect(good.printed).toContain('veraPDF says:\nPASS');
		expect(readFileSync(asked, 'utf8')).toMatch(/^--flavour ua1 --format text \S+/);
		expect(await outcome([{ ...GOOD, name: 'bad.pdf' }], command)).toMatchObject({
			isGood: false,
			warned: ['veraPDF ended with 1.']
		});
	});
});
