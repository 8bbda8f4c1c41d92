import type { Sifting } from '#lib/assessment/sift.ts';

/** How many questions stand on the page before somebody asks for more. */
export const FIRST_FOUND = 30;

/**
 * What a person looks for among the questions of one questionnaire. It lives as long as the page that was loaded, so
 * that Back finds it again; it is never stored and never part of an address.
 */
class Finding {
	query = $state('');
	/** Empty: all. */
	standard = $state('');
	/** Empty: all. */
	group = $state('');
	sifting = $state<Sifting>('all');
	shown = $state(FIRST_FOUND);

	/** Looks for everything again. */
	clear(): void {
		this.query = this.standard = this.group = '';
		this.sifting = 'all';
		this.shown = FIRST_FOUND;
	}
}

const findings = new Map<string, Finding>();

/** What is looked for in a questionnaire. */
export function findingOf(questionnaireId: string): Finding {
	const known = findings.get(questionnaireId) ?? new Finding();
	findings.set(questionnaireId, known);
	return known;
}
