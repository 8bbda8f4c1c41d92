import { expect, test } from 'vitest';
import { assessmentFileName, planFileName, reportFileName } from '#lib/export/file-name.ts';

test('file names are neutral and of one pattern', () => {
	const names = [reportFileName('2026-11-21'), planFileName('2026-11-21'), assessmentFileName('2026-11-21')];
	expect(names).toEqual([
		'child-safeguarding-action-plan-2026-11-21.pdf',
		'child-safeguarding-action-plan-2026-11-21.csv',
		'child-safeguarding-assessment-2026-11-21.safeguarding.json'
	]);
	for (const name of names) expect(name).toMatch(/^[a-z0-9-]{1,64}(\.safeguarding)?\.(pdf|csv|json)$/);
});
