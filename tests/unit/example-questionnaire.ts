import type { Indicator, Level, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

// Small questionnaires for tests, so that no test depends on the wording or the numbers of a shipped one.

/** The two scales of the scoring specification: 0, 1/2, 1 and 0, 1/3, 2/3, 1. */
export const SCALES: Record<'three' | 'four', Level[]> = {
	three: [
		{ id: 'not-in-place', value: 0 },
		{ id: 'partly-in-place', value: 0.5 },
		{ id: 'in-place', value: 1 }
	],
	four: [
		{ id: 'not-in-place', value: 0 },
		{ id: 'started', value: 1 / 3 },
		{ id: 'mostly-in-place', value: 2 / 3 },
		{ id: 'in-place', value: 1 }
	]
};

/** An indicator: minor, on three levels, no gate and no condition unless said otherwise. */
export function exampleIndicator(id: string, change: Partial<Indicator> = {}): Indicator {
	return {
		id,
		weight: 'minor',
		scale: 'three',
		evidence: ['record'],
		responsibleRoles: ['lead'],
		references: [],
		provenance: 'proposal',
		...change
	};
}

/** A questionnaire with the given indicators by standard id, two profile questions and a departure date. */
export function exampleQuestionnaire(
	standards: Record<string, Indicator[]>,
	change: Partial<Questionnaire> = {}
): Questionnaire {
	return {
		format: 'child-safeguarding-questionnaire',
		formatVersion: 1,
		id: 'example',
		version: '1.0.0',
		scales: SCALES,
		profile: [
			{ id: 'partners', kind: 'yes-no' },
			{ id: 'direct-work', kind: 'yes-no' },
			{ id: 'departure', kind: 'departure-date' }
		],
		shortForms: [],
		standards: Object.entries(standards).map(([id, indicators]) => ({ id, indicators })),
		...change
	};
}

/** Texts for a questionnaire; the action of `a.1` reads "Close a.1." and its role "Safeguarding lead". */
export function exampleText(questionnaire: Questionnaire): QuestionnaireText {
	const named = (ids: string[]) =>
		Object.fromEntries(ids.map((id) => [id, { name: id, summary: `About ${id}.` }]));
	const indicators = questionnaire.standards.flatMap((standard) => standard.indicators);
	const levels = Object.values(questionnaire.scales).flat();
	return {
		questionnaire: questionnaire.id,
		language: 'en',
		title: 'Example',
		summary: 'An example.',
		claim: 'Only an example.',
		answerRule: 'Choose the lower one.',
		findOutFirst: 'First find out. Then: {action}',
		levels: Object.fromEntries(levels.map(({ id }) => [id, id])),
		standards: named(questionnaire.standards.map(({ id }) => id)),
		profile: Object.fromEntries(questionnaire.profile.map(({ id }) => [id, { question: `${id}?` }])),
		shortForms: named(questionnaire.shortForms.map(({ id }) => id)),
		roles: { lead: 'Safeguarding lead', director: 'Director' },
		provenance: { proposal: 'Our proposal.' },
		indicators: Object.fromEntries(
			indicators.map(({ id, scale }) => [
				id,
				{
					name: id,
					question: `Is ${id} in place?`,
					requirement: `${id} is in place.`,
					why: 'A child is safer.',
					weightReason: 'An example.',
					anchors: Object.fromEntries((questionnaire.scales[scale] ?? []).map((each) => [each.id, each.id])),
					evidence: { record: 'A record' },
					action: `Close ${id}.`
				}
			])
		)
	};
}
