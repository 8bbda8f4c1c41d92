import { expect, test } from 'vitest';
import { assessmentFileName, reportFileName } from '#lib/export/file-name.ts';

test('file names are neutral and of one pattern', () => {
	const names = [reportFileName('2026-11-21'), assessmentFileName('2026-11-21')];
	expect(names).toEqual([
		'child-safeguarding-action-plan-2026-11-21.pdf',
		'child-safeguarding-assessment-2026-11-21.json'
	]);
	for (const name of names) expect(name).toMatch(/^[a-z0-9-]{1,64}\.(pdf|json)$/);
});
