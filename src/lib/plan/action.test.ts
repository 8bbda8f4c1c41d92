import { expect, it } from 'vitest';
import { isOverdue, saidStatus } from '#lib/plan/action.ts';

it.each([
	['2026-03-01', 'to-do', true],
	['2026-03-01', 'in-progress', true],
	['2026-03-01', 'done', false],
	['2026-03-01', 'gap-closed', false],
	['2026-03-02', 'to-do', false], // due today is not late
	['2026-12-01', 'to-do', false],
	['2025-12-31', 'to-do', true],
	['', 'to-do', false]
] as const)('due %j, %s: overdue on 2 March 2026 is %s', (dueDate, status, expected) => {
	expect(isOverdue({ dueDate, status }, '2026-03-02')).toBe(expected);
});

it.each([
	['gap-closed', { kind: 'scored', earned: 1, evidenced: 0 }, 'gap-closed'],
	// an answer taken back, a reason given, a question no longer asked: none of them closed the gap
	['gap-closed', { kind: 'unanswered' }, 'unanswered'],
	['gap-closed', { kind: 'not-applicable', reason: 'No such work.' }, 'not-applicable'],
	['gap-closed', undefined, 'not-asked'],
	['done', { kind: 'unanswered' }, 'done']
] as const)('says of %s with the answer %j: %s', (status, reading, said) => {
	expect(saidStatus({ status, ...(reading && { reading }) })).toBe(said);
});
