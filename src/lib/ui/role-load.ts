import type { Action } from '#lib/plan/action.ts';

/** How many of the open actions one role has to carry. */
export interface RoleLoad {
	role: string;
	actions: number;
	/** All open actions. */
	all: number;
}

/** Fewer than this nobody needs to be asked about. */
const FEWEST = 4;

/**
 * The role that holds more than a third of the open actions, and at least four. Of several roles in one action the
 * first counts: it acts, the others check or share.
 */
export function findHeaviestRole(actions: readonly Action[]): RoleLoad | undefined {
	const open = actions.filter(({ status }) => status === 'to-do' || status === 'in-progress');
	const held = new Map<string, number>();
	for (const { responsibleRole } of open) {
		const role = responsibleRole.split(' / ')[0]?.trim() ?? '';
		if (role !== '') held.set(role, (held.get(role) ?? 0) + 1);
	}
	const [heaviest] = [...held].sort((a, b) => b[1] - a[1]);
	if (heaviest === undefined) return undefined;
	const [role, count] = heaviest;
	return count >= FEWEST && count > open.length / 3 ? { role, actions: count, all: open.length } : undefined;
}
