import { OWN, type LoadedQuestionnaire } from '#lib/session/questionnaires.ts';

// What the pages about a questionnaire from a file begin with.

export { default as Frame } from './OwnFrame.svelte';

/** Stands for the questionnaire until the device has said which one it is. It asks nothing, and the frame hides it. */
export const loaded = {
	questionnaire: { id: OWN, standards: [], profile: [] },
	text: {}
} as unknown as LoadedQuestionnaire;
