import fc from 'fast-check';
import type { Indicator, Level, Questionnaire } from '#lib/questionnaire/schema.ts';
import { exampleIndicator, exampleQuestionnaire, SCALES } from './example-questionnaire.ts';

/** A scale of its own: two to five levels at twelfths. */
const ownScale: fc.Arbitrary<Level[]> = fc
	.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 3 })
	.map((inner) =>
		[0, ...inner.sort((a, b) => a - b), 12].map((twelfths) => ({
			id: `at-${twelfths}`,
			value: twelfths / 12
		}))
	);

/** An answer to a yes-or-no question that a condition may ask for; asking for none of them is not possible. */
const condition = fc.record({
	question: fc.constantFrom('partners', 'direct-work'),
	is: fc.constantFrom<string[]>(['yes'], ['no'], ['yes', 'no'])
});

function arbitraryIndicator(id: string, scales: Record<string, Level[]>): fc.Arbitrary<Indicator> {
	return fc.constantFrom(...Object.keys(scales)).chain((scale) =>
		fc
			.record(
				{
					weight: fc.constantFrom('critical' as const, 'major' as const, 'minor' as const),
					appliesIf: fc.uniqueArray(condition, {
						minLength: 1,
						maxLength: 2,
						selector: ({ question }) => question
					}),
					gate: fc.record({ minimum: fc.constantFrom(...(scales[scale] ?? []).map((level) => level.id)) }),
					due: fc.oneof(
						fc.constant('D0'),
						fc.integer({ min: 1, max: 999 }).map((days) => `D+${days}`)
					)
				},
				{ requiredKeys: ['weight'] }
			)
			.map((change) => exampleIndicator(id, { scale, ...change }))
	);
}

/**
 * Questionnaires as the questionnaire check lets them through: one to four standards with one to five indicators
 * of every weight and scale, some with a condition, a gate or a due code, and perhaps a short form "quick".
 */
export const arbitraryQuestionnaire: fc.Arbitrary<Questionnaire> = fc
	.tuple(ownScale, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }))
	.chain(([own, sizes]) => {
		const scales = { ...SCALES, own };
		const standards = sizes.map((size, index) => {
			const ids = Array.from({ length: size }, (_, place) => `example.s${index}.${place}`);
			return fc.tuple(...ids.map((id) => arbitraryIndicator(id, scales)));
		});
		return fc.tuple(...standards).chain((filled) => {
			const byStandard = Object.fromEntries(filled.map((indicators, index) => [`s${index}`, indicators]));
			const all = filled.flat();
			const gates = all.filter(({ gate }) => gate !== undefined).map(({ id }) => id);
			const others = all.filter(({ gate }) => gate === undefined).map(({ id }) => id);
			// all gates or none: the questionnaire check refuses a short form between
			const quick = fc.tuple(fc.constantFrom(gates, []), fc.subarray(others)).map((parts) => parts.flat());
			return fc.option(quick, { nil: [] }).map((indicators) =>
				exampleQuestionnaire(byStandard, {
					scales,
					shortForms: indicators.length === 0 ? [] : [{ id: 'quick', indicators }]
				})
			);
		});
	});
