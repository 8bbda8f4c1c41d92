import { describe, expect, it } from 'vitest';
import { keepNewer } from '#lib/assessment/late-change.ts';

describe('a change that arrives late', () => {
	const seen = { label: 'Old', changedAt: 1, plan: { edits: { a: { role: 'Nobody' } }, added: ['one'] } };

	it('replaces what is kept as it was seen', () => {
		const kept = { ...seen, changedAt: 3 };
		expect(keepNewer(kept, { ...kept, label: 'Mine', changedAt: 2 }, seen)).toEqual({
			...seen,
			label: 'Mine',
			changedAt: 3
		});
	});

	it('leaves what somebody else changed since', () => {
		const kept = { ...seen, label: 'Theirs', changedAt: 3 };
		expect(keepNewer(kept, { ...kept, label: 'Mine', changedAt: 2 }, seen)).toEqual(kept);
	});

	it('looks at each value of a group for itself', () => {
		const kept = { ...seen, plan: { ...seen.plan, edits: { a: { role: 'Theirs', due: 'May' } } } };
		const mine = { ...kept.plan.edits.a, role: 'Mine', due: 'June', status: 'done' };
		const changed = { ...kept, plan: { ...kept.plan, edits: { a: mine, b: { role: 'New' } } } };
		expect(keepNewer(kept, changed, seen).plan.edits).toEqual({
			a: { role: 'Theirs', due: 'May', status: 'done' },
			b: { role: 'New' }
		});
	});

	it('adds to the list that is kept', () => {
		const kept = { ...seen, plan: { ...seen.plan, added: ['one', 'theirs'] } };
		const changed = { ...kept, plan: { ...kept.plan, added: ['one', 'theirs', 'mine'] } };
		expect(keepNewer(kept, changed, seen).plan.added).toEqual(['one', 'theirs', 'mine']);
	});

	it('takes away a value that it removed', () => {
		const { label: _label, ...unnamed } = seen;
		expect(keepNewer(seen, unnamed as typeof seen, seen)).toEqual(unnamed);
	});
});
