import { expect, test } from 'vitest';
import { isMapped } from '#lib/frameworks/mapped.ts';
import type { Reference } from '#lib/questionnaire/schema.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

test('a questionnaire is mapped when an item rests on one of its questions', () => {
	const refer = (change: Partial<Reference>): Reference => ({
		source: 'charter',
		strength: 'primary',
		verified: true,
		...change
	});
	const mapped = (...references: Reference[]) =>
		isMapped(exampleQuestionnaire({ a: [exampleIndicator('x.a.1', { references })] }));
	expect(mapped(refer({}))).toBe(false);
	expect(mapped(refer({}), refer({ item: 'first', strength: 'supporting' }))).toBe(false);
	expect(mapped(refer({ item: 'first' }))).toBe(true);
});
