import { expect, it } from 'vitest';
import type { AssessmentFile } from '#lib/assessment/schema.ts';
import { completeAssessment, startAssessment } from '#lib/assessment/start.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const moment = { id: 'assessment-1', now: '2026-03-01T09:00:00.000Z', today: '2026-03-01' };

it('starts an empty assessment of the full form', () => {
	const questionnaire = exampleQuestionnaire({ a: [exampleIndicator('x.a.1')] });
	expect(startAssessment(questionnaire, moment)).toEqual(exampleAssessment({}));
	expect(startAssessment(questionnaire, { ...moment, form: 'quick' }).form).toBe('quick');
});

it('adds what a file left out and keeps what it holds, also what we do not know', () => {
	const file: AssessmentFile = {
		format: 'child-safeguarding-assessment',
		formatVersion: 2,
		questionnaire: { id: 'example', version: '0.9.0' },
		profile: { partners: 'no' },
		answers: { 'x.a.1': { level: 'in-place' } },
		assessedOn: '2025-12-24',
		season: 'dry'
	};
	expect(completeAssessment(file, moment)).toEqual({
		...file,
		id: 'assessment-1',
		label: '',
		form: 'full',
		changedAt: moment.now,
		plan: { drafted: [], edits: {}, added: [], order: [] },
		snapshots: []
	});
});
