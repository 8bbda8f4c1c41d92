import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { saveAssessmentFile } from '#lib/session/assessment-file.ts';
import { session } from '#lib/session/session.svelte.ts';
import type { SaveView } from '#lib/ui/save-view.ts';
import type { Addresses } from './addresses.ts';

/** The places of the open assessment, the current one marked. */
export function placesOf(addresses: Addresses, t: I18n['t'], current: 'questions' | 'results' | 'plan') {
	return [
		{ href: addresses.standards, label: t('places.questions'), isCurrent: current === 'questions' },
		{ href: addresses.results, label: t('places.results'), isCurrent: current === 'results' },
		{ href: addresses.plan, label: t('places.plan'), isCurrent: current === 'plan' }
	];
}

/** What the screen shows of saving the open assessment. */
export const saveView: SaveView = {
	get state() {
		return session.saveState;
	},
	retry: () => session.retrySave(),
	saveFile: () => void saveAssessmentFile(session.assessment)
};
