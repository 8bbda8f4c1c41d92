import { describe, expect, it } from 'vitest';
import { copyQuestions } from '#lib/assessment/question-copy.ts';
import { hasOtherQuestions } from '#lib/assessment/other-questions.ts';
import { compareQuestions, takeUpQuestions } from '#lib/assessment/questions-update.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { assessmentOfSnapshot, takeSnapshot } from '#lib/assessment/snapshot.ts';
import type { IndicatorText, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { deepFreeze } from '../../../tests/unit/deep-freeze.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

const IDS = ['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4'];
const old = questionnaireOf(IDS);
const today = questionnaireOf(['x.a.1', 'x.a.2', 'x.a.4', 'x.a.5'], '2.0.0');
const moment = { snapshotId: 'update', now: '2026-06-01T09:00:00.000Z' };

function questionnaireOf(ids: string[], version = '1.0.0'): Questionnaire {
	return exampleQuestionnaire({ a: ids.map((id) => exampleIndicator(id)) }, { version });
}

/** Today's texts, with other words for the second question. */
function reworded(change: Partial<IndicatorText>, questionnaire = today): QuestionnaireText {
	const text = exampleText(questionnaire);
	const words = text.indicators['x.a.2'];
	return { ...text, indicators: { ...text.indicators, ...(words && { 'x.a.2': { ...words, ...change } }) } };
}

const answered = deepFreeze(
	copyQuestions(
		exampleAssessment({
			'x.a.1': { level: 'in-place', note: 'Seen' },
			'x.a.2': {
				level: 'not-applicable',
				reason: 'No partners',
				note: 'Ask again',
				evidence: { ticked: ['record'], text: 'Minutes' }
			},
			'x.a.3': 'partly-in-place'
		}),
		{ questionnaire: old, text: exampleText(old), hash: `sha256-${'0'.repeat(64)}` }
	)
);

describe('comparing the questions', () => {
	it('is called for by another version only', () => {
		expect(hasOtherQuestions(answered, today)).toBe(true);
		expect(hasOtherQuestions(answered, old)).toBe(false);
	});

	it('says what carried over, what changed, what is new and what retired', () => {
		expect(compareQuestions(answered, today, [reworded({ question: 'Another question?' })])).toEqual({
			carriedOver: ['x.a.1'],
			changed: [{ id: 'x.a.2', before: answered.questions?.['x.a.2'] }],
			uncertain: [],
			added: ['x.a.5'],
			retired: [{ id: 'x.a.3', before: answered.questions?.['x.a.3'] }]
		});
	});

	it.each<[string, Partial<IndicatorText>, boolean]>([
		['the question', { question: 'Another?' }, true],
		['the question before its stage', { prepared: 'Is it prepared?' }, true],
		['the requirement', { requirement: 'More.' }, true],
		[
			'what a level looks like',
			{ anchors: { 'not-in-place': '-', 'partly-in-place': '0', 'in-place': '+' } },
			true
		],
		['why we ask', { why: 'Because.', name: 'Another name', action: 'Do it.' }, false]
	])('looks at %s', (_name, change, isChanged) => {
		const { carriedOver, changed } = compareQuestions(answered, today, [reworded(change)]);
		expect({ carriedOver, changed: changed.map(({ id }) => id) }).toEqual(
			isChanged
				? { carriedOver: ['x.a.1'], changed: ['x.a.2'] }
				: { carriedOver: ['x.a.1', 'x.a.2'], changed: [] }
		);
	});

	it('looks at the levels, not at their order in the file', () => {
		const text = exampleText(today);
		const { levels = {}, ...copy } = answered.questions?.['x.a.1'] ?? {};
		const turned = Object.fromEntries(Object.entries(levels).reverse());
		const questions = { 'x.a.1': { ...copy, levels: turned } } as Assessment['questions'];
		const same = { ...answered, ...(questions && { questions }) };
		expect(compareQuestions(same, today, [text]).carriedOver).toEqual(['x.a.1']);
		const labels = { ...text, levels: { ...text.levels, 'in-place': 'Fully' } };
		expect(compareQuestions(same, today, [labels]).changed.map(({ id }) => id)).toEqual(['x.a.1']);
	});

	it('compares each copy in its language; where that is missing the question counts as changed', () => {
		const french = { ...reworded({ question: 'Est-ce en place ?' }), language: 'fr' };
		const copy = answered.questions?.['x.a.2'];
		const questions = {
			...answered.questions,
			...(copy && { 'x.a.2': { ...copy, language: 'fr', question: 'Est-ce en place ?' } })
		};
		const mixed = { ...answered, questions };
		expect(compareQuestions(mixed, today, [exampleText(today), french]).changed).toEqual([]);
		expect(compareQuestions(mixed, today, [exampleText(today)]).changed.map(({ id }) => id)).toEqual([
			'x.a.2'
		]);
	});

	it('does not ask again what was answered since', () => {
		const copy = answered.questions?.['x.a.2'];
		const questions = {
			...answered.questions,
			...(copy && { 'x.a.2': { ...copy, answeredUnder: '2.0.0' } })
		};
		const text = reworded({ question: 'Another question?' });
		expect(compareQuestions({ ...answered, questions }, today, [text]).changed).toEqual([]);
	});

	it('of answers without copies says that nobody can tell, and calls nothing new', () => {
		const bare = exampleAssessment({
			'x.a.1': 'in-place',
			'x.a.2': { changedAt: moment.now },
			'x.a.3': 'unknown'
		});
		expect(compareQuestions(bare, today, [exampleText(today)])).toEqual({
			carriedOver: [],
			changed: [],
			uncertain: ['x.a.1'],
			added: [],
			retired: [{ id: 'x.a.3' }]
		});
	});
});

describe('taking up the questions of today', () => {
	const text = reworded({ question: 'Another question?' });
	const comparison = compareQuestions(answered, today, [text]);
	const hash = `sha256-${'1'.repeat(64)}`;
	const after = takeUpQuestions(answered, comparison, today, { ...moment, hash });

	it('keeps the old answers with the questions they answered', () => {
		const { snapshots: _none, ...fields } = answered;
		expect(after.snapshots).toEqual([
			{ id: 'update', takenAt: moment.now, reason: 'update', note: '', assessment: fields }
		]);
		const then = assessmentOfSnapshot(after, 'update', 'then');
		expect(then && scoreAssessment(old, then)).toEqual(scoreAssessment(old, answered));
	});

	it('takes the level from changed questions, marks them, and keeps what was written beside it', () => {
		expect(after.answers).toEqual({
			...answered.answers,
			'x.a.2': {
				note: 'Ask again',
				evidence: { ticked: ['record'], text: 'Minutes' },
				review: true,
				changedAt: moment.now
			}
		});
	});

	it('is of the new version from then on, and carries the new questions', () => {
		expect(after.questionnaire).toEqual({
			id: 'example',
			version: '2.0.0',
			hash,
			indicators: ['x.a.1', 'x.a.2', 'x.a.4', 'x.a.5']
		});
		expect(Object.keys(after.questions ?? {}).sort()).toEqual(['x.a.1', 'x.a.3']);
		const copied = copyQuestions(after, { questionnaire: today, text });
		expect(copied.questions?.['x.a.2']).toMatchObject({
			question: 'Another question?',
			answeredUnder: '2.0.0'
		});
		expect(compareQuestions(copied, today, [text]).changed).toEqual([]);
	});

	it('leaves no hash of other questions', () => {
		expect(takeUpQuestions(answered, comparison, today, moment).questionnaire.hash).toBeUndefined();
	});

	it('marks uncertain answers and leaves their level', () => {
		const bare = exampleAssessment({ 'x.a.1': 'in-place' });
		const taken = takeUpQuestions(bare, compareQuestions(bare, today, [text]), today, moment);
		expect(taken.answers['x.a.1']).toEqual({ level: 'in-place', review: true, changedAt: moment.now });
	});

	it('twice is the same as once', () => {
		expect(takeUpQuestions(after, comparison, today, moment)).toBe(after);
	});

	it('does nothing without room for the dated copy', () => {
		const full = Array.from({ length: 20 }, (_, index) => `copy-${index}`).reduce(
			(each, id) => takeSnapshot(each, { id, takenAt: moment.now, reason: 'other', note: '' }),
			answered
		);
		expect(takeUpQuestions(full, comparison, today, moment)).toBe(full);
	});
});
