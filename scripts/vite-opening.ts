// A questionnaire is long, and a phone needs only its first question to begin:
//   import text from '/questionnaires/icss/en.json?opening'                    → texts, of the indicators only the first
//   import questionnaire from '/questionnaires/icss/questionnaire.json?opening' → structure, without where it comes from
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { fillDeadlines } from '../src/lib/questionnaire/deadlines.ts';
import { indicatorsOf } from '../src/lib/questionnaire/indicators-of.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '../src/lib/questionnaire/schema.ts';

const QUERY = '?opening';
const STRUCTURE = 'questionnaire.json';

/** Turns imports that end in `?opening` into the part of a questionnaire's file that its first question needs. */
export function openings(): Plugin {
	return {
		name: 'openings',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(QUERY)) return null;
			const file = id.slice(0, -QUERY.length);
			this.addWatchFile(file);
			const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
			const questionnaire: Questionnaire = await read(join(dirname(file), STRUCTURE));
			const isStructure = basename(file) === STRUCTURE;
			return {
				code: isStructure
					? structureCode(questionnaire)
					: `export default ${parsed(openingText(questionnaire, await read(file)))};`,
				map: { mappings: '' },
				moduleType: 'js'
			};
		}
	};
}

/** The question that stands on the page first: of the first standard, or of the first group. */
function firstOf({ standards, groups, arrangedBy }: Questionnaire): Indicator | undefined {
	const all = indicatorsOf(standards);
	return arrangedBy === 'group' ? all.find(({ group }) => group === groups?.[0]?.id) : all[0];
}

/** Code that gives a value. A browser reads it faster than the value written as code. */
function parsed(value: unknown): string {
	return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

/**
 * The structure with all that decides scope and order; sources, roles and later evidence come with the whole.
 * Many indicators differ in nothing but their ids, so what they share is written once.
 */
function structureCode(questionnaire: Questionnaire): string {
	const first = firstOf(questionnaire);
	const kinds: string[] = [];
	const kindOf = (kind: string): number => {
		if (!kinds.includes(kind)) kinds.push(kind);
		return kinds.indexOf(kind);
	};
	const { $schema: _editors, merged: _merged, deadlines: _deadlines, ...scoping } = questionnaire;
	const standards = questionnaire.standards.map(({ id, indicators }) => ({
		id,
		indicators: indicators.map((each) => {
			const { id, ...kind } = each === first ? { ...each, responsibleRoles: [] } : scopeOnly(each);
			return [id, kindOf(JSON.stringify(kind))];
		})
	}));
	return [
		`const kinds = ${parsed(kinds.map((kind) => JSON.parse(kind)))};`,
		`const opening = ${parsed({ ...scoping, standards })};`,
		'for (const standard of opening.standards)',
		'	standard.indicators = standard.indicators.map(([id, kind]) => ({ id, evidence: [], responsibleRoles: [], references: [], ...kinds[kind] }));',
		'export default opening;'
	].join('\n');
}

/** Of an indicator what decides whether it is asked, where it stands and how it counts. */
function scopeOnly({
	id,
	group,
	weight,
	scale,
	appliesIf,
	gate,
	practiceFrom
}: Indicator): Partial<Indicator> {
	return { id, group, weight, scale, appliesIf, gate, practiceFrom };
}

/**
 * The texts without profile, indicators and what groups are about, but for the first question, its levels and its
 * evidence.
 */
function openingText(questionnaire: Questionnaire, text: QuestionnaireText): QuestionnaireText {
	const first = firstOf(questionnaire)?.id ?? '';
	const whole = fillDeadlines(text).indicators[first];
	const indicators: QuestionnaireText['indicators'] = whole
		? { [first]: { ...whole, requirement: '', weightReason: '', action: '', places: {} } }
		: {};
	const { $schema: _editors, deadlines: _filledIn, groups, ...others } = text;
	const names = groups && {
		groups: Object.fromEntries(Object.entries(groups).map(([id, { name }]) => [id, { name, summary: '' }]))
	};
	return {
		...others,
		...names,
		claim: '',
		findOutFirst: '',
		profile: {},
		roles: {},
		provenance: {},
		indicators
	};
}
