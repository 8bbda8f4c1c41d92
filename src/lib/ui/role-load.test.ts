import { expect, it } from 'vitest';
import { EDITABLE_FIELDS, type Action } from '#lib/plan/action.ts';
import { findHeaviestRole } from '#lib/ui/role-load.ts';

const actionOf = (responsibleRole: string, status: Action['status'] = 'to-do'): Action => ({
	id: 'added',
	priority: 'now',
	isBlockedGate: false,
	text: '',
	responsibleRole,
	dueDate: '',
	status,
	resources: '',
	proof: '',
	note: '',
	edited: EDITABLE_FIELDS
});
const times = (count: number, role: string, status?: Action['status']) =>
	Array.from({ length: count }, () => actionOf(role, status));

it('names the role with more than a third', () => {
	expect(findHeaviestRole([...times(4, 'Lead'), ...times(3, 'Board'), ...times(3, 'Trainer')])).toEqual({
		role: 'Lead',
		actions: 4,
		all: 10
	});
});

it.each([
	[
		'exactly a third',
		[...times(4, 'Lead'), ...times(3, 'Board'), ...times(3, 'Trainer'), ...times(2, 'Media')]
	],
	['fewer than four', times(3, 'Lead')],
	[
		'what is done or closed',
		[...times(3, 'Lead'), ...times(9, 'Lead', 'done'), ...times(9, 'Lead', 'gap-closed')]
	],
	['actions without a role', times(9, ' ')],
	['no action', []]
])('says nothing about %s', (_name, actions) => {
	expect(findHeaviestRole(actions)).toBeUndefined();
});

it('counts for the first of several roles', () => {
	expect(findHeaviestRole([...times(2, 'Lead / Board'), ...times(2, 'Lead')])?.role).toBe('Lead');
});
