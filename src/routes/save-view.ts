import { lastFile } from '#lib/session/file-outcome.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import type { SaveView } from '#lib/ui/save-view.ts';

/** What the screen shows of saving the open assessment. */
export const saveView: SaveView = {
	get state() {
		return session.saveState;
	},
	retry: () => session.retrySave(),
	saveFile: () =>
		void import('#lib/session/assessment-file.ts').then(
			({ saveOpenAssessment }) => saveOpenAssessment(),
			() => (lastFile.outcome = { kind: 'failed' })
		)
};
