import { expect, test, vi } from 'vitest';
import { addAction } from '#lib/plan/edit.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { prepareReportFile, savePlanAsCsv } from '#lib/session/report.ts';
import { emptyAssessment, reportSource } from '../../../tests/unit/report/example.ts';
import { readCsv } from '../../../tests/read-csv.ts';

const open = vi.hoisted(() => {
	const given = { source: undefined as unknown as ReportSource };
	const part = new Proxy({}, { get: (_, field) => given.source[field as keyof ReportSource] });
	return { given, part };
});
const saved = vi.hoisted(() => ({ files: [] as { name: string; type: string; bytes: Uint8Array }[] }));
vi.mock('$app/environment', () => ({ version: '0.1.0' }));
vi.mock('#lib/session/session.svelte.ts', () => ({ session: open.part }));
vi.mock('#lib/session/standing.svelte.ts', () => ({ standing: open.part }));
vi.mock('#lib/session/planning.svelte.ts', () => ({ planning: open.part }));
vi.mock('#lib/export/download.ts', () => ({
	downloadFile: (name: string, type: string, bytes: Uint8Array) => saved.files.push({ name, type, bytes })
}));
vi.mock('#lib/export/pdf/missing-characters.ts', () => ({ missingCharacters: () => [] }));
vi.mock('#lib/export/pdf/render-pdf.ts', () => ({
	renderPdf(_: unknown, onSlice: (share: number) => void) {
		for (const share of [0.25, 0.5, 0.75]) onSlice(share);
		return new Uint8Array();
	}
}));

const NASTY = [
	'Example Relief',
	'Şanlıurfa & Sons Ltd.',
	'儿童',
	'👩‍👧',
	'../../etc/passwd',
	'..\\..\\boot.ini',
	'/absolute',
	'C:\\temp',
	'~/.ssh/config',
	'.hidden',
	'trailing.',
	'trailing ',
	'a/b',
	'a:b*c?d"e<f>g|h',
	'CON',
	'aux.pdf',
	'report.pdf.exe',
	'report.csv\0.exe',
	'\u202efdp.exe',
	'line\nbreak',
	'tab\tand\rreturn',
	'%2e%2e%2f',
	'$(x) `x` ${x}',
	'; rm -rf .',
	'-rf',
	'=1+1',
	'"quoted"; filename=x',
	'a\ud83d',
	'A'.repeat(300),
	''
];

/** Opens an assessment in which every word is the given one. */
function openWith(words: string): void {
	const added = { text: words, responsibleRole: words, resources: words, proof: words, note: words };
	const assessment = addAction(
		{ ...emptyAssessment(), label: words },
		{ id: 'own', priority: 'now', dueDate: '', status: 'to-do', ...added }
	);
	const source = reportSource(assessment);
	open.given.source = { ...source, text: { ...source.text, title: words } };
	saved.files = [];
}

test('no word that somebody typed gets into the name of a file', async () => {
	expect(new Set(NASTY).size).toBe(30);
	for (const words of NASTY) {
		openWith(words);
		await (
			await prepareReportFile({ annex: true, notes: true })
		).save(new AbortController().signal, () => undefined);
		await savePlanAsCsv({ notes: true });
		expect(saved.files.map(({ name }) => name)).toEqual([
			'child-safeguarding-action-plan-2026-11-21.pdf',
			'child-safeguarding-action-plan-2026-11-21.csv'
		]);
	}
});

test('the table is UTF-8 with a mark, and has the notes only if they are wanted', async () => {
	openWith('Rôle =1');
	for (const notes of [true, false]) await savePlanAsCsv({ notes });
	const [withNotes, without] = saved.files.map(({ type, bytes }) => {
		expect(type).toBe('text/csv;charset=utf-8');
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		return readCsv(new TextDecoder().decode(bytes));
	});
	expect(withNotes?.[0]?.at(-1)).toBe('Note');
	expect(withNotes?.[1]?.at(-1)).toBe('Rôle =1');
	expect(without?.[0]).toEqual(withNotes?.[0]?.slice(0, -1));
});

test('a PDF says how far it is, and one that is cancelled is not saved', async () => {
	openWith('Rôle');
	const file = await prepareReportFile({ annex: true, notes: false });
	const shares: number[] = [];
	await file.save(new AbortController().signal, (share) => shares.push(share));
	expect(shares).toEqual([0.25, 0.5, 0.75]);
	expect(saved.files).toHaveLength(1);

	saved.files = [];
	for (const at of [0.25, 0.75]) {
		const cancelling = new AbortController();
		const seen: number[] = [];
		const saving = file.save(cancelling.signal, (share) => {
			seen.push(share);
			if (share === at) cancelling.abort();
		});
		await expect(saving).rejects.toThrow('Cancelled');
		expect(seen.at(-1)).toBe(at);
	}
	expect(saved.files).toEqual([]);
});
