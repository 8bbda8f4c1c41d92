// A questionnaire is long, and a phone needs only its first question to begin:
//   import text from '/questionnaires/icss/en.json?opening'                    → texts, of the indicators only the first
//   import questionnaire from '/questionnaires/icss/questionnaire.json?opening' → structure, without where it comes from
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
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
			const opening =
				basename(file) === STRUCTURE
					? openingStructure(questionnaire)
					: openingText(questionnaire, await read(file));
			return {
				code: `export default JSON.parse(${JSON.stringify(JSON.stringify(opening))});`,
				map: { mappings: '' },
				moduleType: 'js'
			};
		}
	};
}

/** The structure with all that decides scope and order; sources, roles and later evidence come with the whole. */
function openingStructure(questionnaire: Questionnaire): unknown {
	const first = questionnaire.standards[0]?.indicators[0];
	return {
		...questionnaire,
		standards: questionnaire.standards.map(({ id, indicators }) => ({
			id,
			indicators: indicators.map((each) =>
				each === first ? { ...each, responsibleRoles: [] } : scopeOnly(each)
			)
		}))
	};
}

/** Of an indicator what decides whether it is asked, where it stands and how it counts. */
function scopeOnly({
	id,
	group,
	weight,
	scale,
	appliesIf,
	gate,
	practiceFrom,
	provenance
}: Indicator): Indicator {
	const needed = { id, group, weight, scale, appliesIf, gate, practiceFrom, provenance };
	return { ...needed, evidence: [], responsibleRoles: [], references: [] };
}

/** The texts without those of the indicators, but for the first one's question, levels and evidence. */
function openingText(questionnaire: Questionnaire, text: QuestionnaireText): QuestionnaireText {
	const first = questionnaire.standards[0]?.indicators[0]?.id ?? '';
	const whole = text.indicators[first];
	const indicators: QuestionnaireText['indicators'] = whole
		? { [first]: { ...whole, requirement: '', weightReason: '', action: '', places: {} } }
		: {};
	return { ...text, roles: {}, provenance: {}, indicators };
}
