import { describe, expect, it } from 'vitest';
import { MOST_QUESTIONS } from '#lib/assessment/limits.ts';
import { copyQuestion, copyQuestions, withQuestion } from '#lib/assessment/question-copy.ts';
import type { QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

const questionnaire = exampleQuestionnaire({
	a: [exampleIndicator('x.a.1', { weight: 'critical' }), exampleIndicator('x.a.2')],
	b: [exampleIndicator('x.b.1', { scale: 'four' })]
});
const text = exampleText(questionnaire);
const asked = { questionnaire, text, hash: `sha256-${'0'.repeat(64)}` };

/** The texts with other words for one indicator. */
function reworded(id: string, change: Partial<QuestionnaireText['indicators'][string]>): QuestionnaireText {
	const words = text.indicators[id];
	return { ...text, indicators: { ...text.indicators, ...(words && { [id]: { ...words, ...change } }) } };
}

describe('copyQuestion', () => {
	it('copies what a person reads when they answer', () => {
		expect(copyQuestion(questionnaire, text, 'x.a.1')).toEqual({
			language: 'en',
			standard: 'a',
			question: 'Is x.a.1 in place?',
			requirement: 'x.a.1 is in place.',
			levels: {
				'not-in-place': 'not-in-place',
				'partly-in-place': 'partly-in-place',
				'in-place': 'in-place'
			},
			anchors: {
				'not-in-place': 'not-in-place',
				'partly-in-place': 'partly-in-place',
				'in-place': 'in-place'
			},
			weight: 'critical',
			answeredUnder: '1.0.0'
		});
		expect(
			copyQuestion(questionnaire, reworded('x.a.1', { prepared: 'Is it prepared?' }), 'x.a.1')
		).toMatchObject({
			prepared: 'Is it prepared?'
		});
	});

	it.each(['x.z.9', '__proto__', 'constructor'])('has none of %s', (id) => {
		expect(copyQuestion(questionnaire, text, id)).toBeUndefined();
	});

	it('waits for texts that are not all there', () => {
		expect(copyQuestion(questionnaire, reworded('x.a.1', { requirement: '' }), 'x.a.1')).toBeUndefined();
		expect(copyQuestion(questionnaire, { ...text, indicators: {} }, 'x.a.1')).toBeUndefined();
	});
});

describe('copyQuestions', () => {
	const assessment = exampleAssessment({
		'x.a.1': 'in-place',
		'x.a.2': { changedAt: '2026-03-01T09:00:00.000Z' },
		'x.b.1': { note: 'Ask again' },
		'x.gone.1': 'in-place'
	});
	const copied = copyQuestions(assessment, asked);

	it('adds each answered question once, the hash and the indicators', () => {
		expect(copied).toEqual({
			...assessment,
			questionnaire: {
				id: 'example',
				version: '1.0.0',
				hash: asked.hash,
				indicators: ['x.a.1', 'x.a.2', 'x.b.1']
			},
			questions: {
				'x.a.1': copyQuestion(questionnaire, text, 'x.a.1'),
				'x.b.1': copyQuestion(questionnaire, text, 'x.b.1')
			}
		});
		expect(copyQuestions(copied, asked)).toBe(copied);
		expect(copyQuestions(copied, { questionnaire, text })).toBe(copied);
	});

	it('leaves a copy that is there, whatever is asked today', () => {
		const today = { ...asked, text: reworded('x.a.1', { question: 'Another question?' }) };
		expect(copyQuestions(copied, today)).toBe(copied);
	});

	it('adds nothing to answers of another version, or of another questionnaire', () => {
		for (const change of [{ version: '1.0.1' }, { id: 'other' }])
			expect(copyQuestions(assessment, { ...asked, questionnaire: { ...questionnaire, ...change } })).toBe(
				assessment
			);
	});

	it('never copies more than a file may hold', () => {
		const ids = Array.from({ length: MOST_QUESTIONS + 5 }, (_, index) => `x.a.${index}`);
		const large = exampleQuestionnaire({ a: ids.map((id) => exampleIndicator(id)) });
		const full = copyQuestions(exampleAssessment(Object.fromEntries(ids.map((id) => [id, 'in-place']))), {
			questionnaire: large,
			text: exampleText(large)
		});
		expect(Object.keys(full.questions ?? {})).toHaveLength(MOST_QUESTIONS);
	});
});

describe('withQuestion', () => {
	const copied = copyQuestions(exampleAssessment({ 'x.a.1': 'in-place', 'x.a.2': 'unknown' }), asked);

	it('puts the question of today in place of an older copy, and touches no other', () => {
		const today = {
			questionnaire: { ...questionnaire, version: '2.0.0' },
			text: reworded('x.a.1', { question: 'Another question?' })
		};
		const after = withQuestion(copied, 'x.a.1', today);
		expect(after.questions?.['x.a.1']).toMatchObject({
			question: 'Another question?',
			answeredUnder: '2.0.0'
		});
		expect(after.questions?.['x.a.2']).toBe(copied.questions?.['x.a.2']);
		expect(copied.questions?.['x.a.1']?.question).toBe('Is x.a.1 in place?');
	});

	it('is the very same when the copy is of today, or there is no such question', () => {
		expect(withQuestion(copied, 'x.a.1', asked)).toBe(copied);
		expect(withQuestion(copied, 'x.z.9', asked)).toBe(copied);
	});
});
