import type { Assessment } from '#lib/assessment/schema.ts';
import { startAssessment } from '#lib/assessment/start.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** Few questions stand under one standard, as in the shipped ones; thousands under ten. */
const QUESTIONS_EACH = 40;
const MOST_STANDARDS = 10;
const WEIGHTS = ['critical', 'major', 'minor'] as const;
const LEVELS = ['not-in-place', 'partly-in-place', 'in-place'] as const;

/**
 * A questionnaire of any size that looks like a real one: as long texts, as many levels, weights in turn.
 * @param count indicators, spread over up to ten standards
 * @param id of the questionnaire
 */
export function largeQuestionnaire(
	count: number,
	id: string
): { questionnaire: Questionnaire; text: QuestionnaireText } {
	const standards = Array.from(
		{ length: Math.min(MOST_STANDARDS, Math.ceil(count / QUESTIONS_EACH)) },
		(_, index) => ({
			id: `standard-${index + 1}`,
			indicators: [] as Indicator[]
		})
	);
	for (let index = 0; index < count; index += 1) {
		const standard = standards[index % standards.length];
		standard?.indicators.push(indicator(`${id}.${standard.id}.${standard.indicators.length + 1}`, index));
	}
	const ids = standards.flatMap(({ indicators }) => indicators.map((each) => each.id));
	return {
		questionnaire: {
			format: 'child-safeguarding-questionnaire',
			formatVersion: 1,
			id,
			version: '0.1.0',
			scales: { 'three-levels': LEVELS.map((level, index) => ({ id: level, value: index / 2 })) },
			profile: [{ id: 'partners', kind: 'yes-no' }],
			shortForms: [{ id: 'critical', indicators: ids.filter((_, index) => index % 3 === 0) }],
			standards
		},
		text: textsFor(id, standards, ids)
	};
}

/** An assessment of such a questionnaire in which every indicator has an answer; two in three leave a gap. */
export function answeredAssessment(questionnaire: Questionnaire): Assessment {
	const now = '2026-01-05T09:00:00.000Z';
	const ids = questionnaire.standards.flatMap(({ indicators }) => indicators.map((each) => each.id));
	return {
		...startAssessment(questionnaire, { id: 'large', now, today: '2026-01-05' }),
		answers: Object.fromEntries(ids.map((id, index) => [id, { level: LEVELS[index % 3] as string }]))
	};
}

function indicator(id: string, index: number): Indicator {
	return {
		id,
		weight: WEIGHTS[index % 3] ?? 'minor',
		scale: 'three-levels',
		...(index % 10 === 9 && { appliesIf: [{ question: 'partners', is: ['yes'] }] }),
		evidence: ['dated-paper', 'place-kept'],
		responsibleRoles: ['safeguarding-lead'],
		references: [{ source: 'kcs-standards-2014-copy', strength: 'primary', verified: true }],
		provenance: 'proposal'
	};
}

function textsFor(
	questionnaire: string,
	standards: readonly { id: string }[],
	ids: readonly string[]
): QuestionnaireText {
	return {
		questionnaire,
		language: 'en',
		title: 'A large questionnaire',
		summary: `${ids.length} indicators, made to measure with.`,
		claim: 'Made to measure with. It says nothing about any organisation.',
		answerRule:
			'Choose an answer only if all of it is true. If you are between two answers, choose the lower one.',
		findOutFirst: 'Find out first how this is done today. Then, as far as needed: {action}',
		levels: { 'not-in-place': 'Not in place', 'partly-in-place': 'Partly in place', 'in-place': 'In place' },
		standards: Object.fromEntries(
			standards.map(({ id }, index) => [
				id,
				{ name: `Standard ${index + 1}`, summary: 'What it asks for, in one line.' }
			])
		),
		profile: { partners: { question: 'Do you work through or with partner organisations?' } },
		shortForms: { critical: { name: 'Critical indicators only', summary: 'One in three.' } },
		roles: { 'safeguarding-lead': 'Safeguarding lead' },
		provenance: { proposal: 'Made to measure with.' },
		indicators: Object.fromEntries(ids.map((id, index) => [id, indicatorText(index + 1)]))
	};
}

/** Texts as long as the median of the shipped questionnaire. */
function indicatorText(number: number): QuestionnaireText['indicators'][string] {
	return {
		name: `Measure number ${number}`,
		question: `Is measure number ${number} written down, in force, and known to all who are bound by it?`,
		requirement: `Measure ${number} says how the organisation prevents harm and responds to it. It rests on the right of children to protection from abuse and exploitation.`,
		why: 'A written measure tells every adult how to keep children from harm, and what to do when a child is harmed.',
		weightReason: 'The other measures build on it. Without it, nobody can be held to what was agreed.',
		anchors: {
			'not-in-place': 'Nothing is written, or there is only a sentence in another document.',
			'partly-in-place':
				'It is written, but only as a draft, inside a general text, or past the review date.',
			'in-place':
				'It is in force and within its review date. Staff asked in the last 12 months could show it.'
		},
		evidence: { 'dated-paper': 'Paper with date and version', 'place-kept': 'Where it is kept' },
		action: `Draft measure ${number} from a template. Name an owner and a date for approval by leadership. Until then, issue a one-page interim instruction.`
	};
}
