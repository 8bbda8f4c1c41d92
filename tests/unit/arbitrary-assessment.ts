import fc from 'fast-check';
import { addDays } from '#lib/assessment/calendar-date.ts';
import type { ActionEdit, AddedAction, Answer, Assessment } from '#lib/assessment/schema.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';
import { arbitraryQuestionnaire } from './arbitrary-questionnaire.ts';
import { exampleAssessment } from './example-assessment.ts';

/** A questionnaire and an assessment of it. */
export interface Assessed {
	questionnaire: Questionnaire;
	assessment: Assessment;
}

const words = fc.constantFrom('', ' ', '\n\t', 'Board minutes', 'سياسة', '$& {action}');
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
const status = fc.constantFrom('to-do' as const, 'in-progress' as const, 'done' as const);
/** Ids that no questionnaire has, some of them meant to mislead. */
const strangeId = fc.constantFrom('example.gone.1', '__proto__', 'constructor', 'toString', '');

/** Any answer: levels of the scale, the two others, a level that does not exist, or no choice at all. */
export function arbitraryAnswer(questionnaire: Questionnaire, indicator: Indicator): fc.Arbitrary<Answer> {
	const levels = (questionnaire.scales[indicator.scale] ?? []).map(({ id }) => id);
	return fc.record(
		{
			level: fc.oneof(
				{ weight: 6, arbitrary: fc.constantFrom(...levels) },
				{ weight: 3, arbitrary: fc.constantFrom('unknown', 'not-applicable', 'gone', '__proto__') }
			),
			reason: words,
			note: words,
			review: fc.boolean(),
			evidence: fc.record({ ticked: fc.subarray(['record']), text: words }),
			// what a newer version might write
			confidence: fc.integer()
		},
		{ requiredKeys: [] }
	);
}

const edit: fc.Arbitrary<ActionEdit> = fc.record(
	{
		text: words,
		responsibleRole: words,
		dueDate: fc.oneof(fc.constant(''), day),
		status,
		resources: words,
		proof: words,
		note: words
	},
	{ requiredKeys: [] }
);

const addedAction = (id: string): fc.Arbitrary<AddedAction> =>
	fc.record({
		id: fc.constant(id),
		priority: fc.constantFrom('now' as const, 'next' as const, 'later' as const),
		text: words,
		responsibleRole: words,
		dueDate: fc.oneof(fc.constant(''), day),
		status,
		resources: words,
		proof: words,
		note: words
	});

/** Assessments of a questionnaire with any answers, profile, form and plan. */
export function arbitraryAssessment(questionnaire: Questionnaire): fc.Arbitrary<Assessment> {
	const indicators = questionnaire.standards.flatMap((standard) => standard.indicators);
	const ids = indicators.map(({ id }) => id);
	const byId = <Value>(arbitrary: (indicator: Indicator) => fc.Arbitrary<Value>) =>
		fc.tuple(
			...indicators.map((each) => fc.option(arbitrary(each).map((value) => [each.id, value] as const)))
		);
	const present = <Value>(entries: (readonly [string, Value] | null)[]): Record<string, Value> =>
		Object.fromEntries(entries.filter((entry) => entry !== null));
	return fc
		.record({
			answers: byId((indicator) => arbitraryAnswer(questionnaire, indicator)),
			strangers: fc.uniqueArray(strangeId),
			profile: fc.record(
				{
					partners: fc.constantFrom('yes', 'no', ''),
					'direct-work': fc.constantFrom('yes', 'no', ''),
					departure: fc.oneof(day, fc.constantFrom('', '2026-02-30', 'soon'))
				},
				{ requiredKeys: [] }
			),
			form: fc.constantFrom('full', 'full', 'quick'),
			assessedOn: day,
			edits: byId(() => edit),
			drafted: fc.subarray(ids),
			added: fc.tuple(addedAction('added-1'), addedAction('added-2')).chain((both) => fc.subarray(both)),
			order: fc.shuffledSubarray([...ids, 'added-1', 'added-2', 'gone', 'constructor']),
			season: fc.option(fc.array(fc.constantFrom('dry', 'wet')), { nil: undefined })
		})
		.map(({ answers, strangers, profile, form, assessedOn, edits, drafted, added, order, season }) =>
			exampleAssessment(
				Object.fromEntries([
					...strangers.map((id) => [id, { level: 'in-place' }] as const),
					...Object.entries(present(answers))
				]),
				{
					profile,
					form,
					assessedOn,
					plan: { drafted, edits: present(edits), added, order },
					...(season !== undefined && { season })
				}
			)
		);
}

/** A questionnaire with an assessment of it. */
export const arbitraryAssessed: fc.Arbitrary<Assessed> = arbitraryQuestionnaire.chain((questionnaire) =>
	arbitraryAssessment(questionnaire).map((assessment) => ({ questionnaire, assessment }))
);

/** The same, with one of the indicators. */
export const arbitraryAssessedIndicator: fc.Arbitrary<Assessed & { indicator: Indicator }> =
	arbitraryAssessed.chain((assessed) =>
		fc
			.constantFrom(...assessed.questionnaire.standards.flatMap((standard) => standard.indicators))
			.map((indicator) => ({ ...assessed, indicator }))
	);
