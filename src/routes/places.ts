import { gatesIn } from '#lib/assessment/gates.ts';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import type { Addresses } from './addresses.ts';

/** The places of the open assessment, the current one marked. Readiness is one only where there are gates. */
export function placesOf(
	addresses: Addresses,
	t: I18n['t'],
	current: 'questions' | 'readiness' | 'results' | 'plan'
) {
	const readiness = {
		href: addresses.readiness,
		label: t('places.readiness'),
		isCurrent: current === 'readiness'
	};
	return [
		{ href: addresses.standards, label: t('places.questions'), isCurrent: current === 'questions' },
		...(gatesIn(session.questionnaire).length > 0 ? [readiness] : []),
		{ href: addresses.results, label: t('places.results'), isCurrent: current === 'results' },
		{ href: addresses.plan, label: t('places.plan'), isCurrent: current === 'plan' }
	];
}
