import type { Frameworks, Theme } from '#lib/frameworks/schema.ts';

/** What a framework asks little or nothing about. */
export interface Coverage {
	/** Themes without any item of the framework. */
	unmatched: Theme[];
	/** Themes that its items cover only in small part. */
	weak: Theme[];
}

/** Finds the themes that a framework has no clear match for, so that nobody takes its view for the whole. */
export function findUncovered({ themes }: Frameworks, framework: string): Coverage {
	const matches = ({ items }: Theme) => items.filter((each) => each.framework === framework);
	return {
		unmatched: themes.filter((theme) => matches(theme).length === 0),
		weak: themes.filter((theme) => {
			const found = matches(theme);
			return found.length > 0 && found.every(({ weak }) => weak === true);
		})
	};
}
