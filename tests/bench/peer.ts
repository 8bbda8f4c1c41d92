import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** What the page needs of SurveyJS: its own minified files, without the web font it would fetch elsewhere. */
const FILES = [
	'survey-core/survey.core.min.js',
	'survey-core/survey-core.fontless.min.css',
	'survey-js-ui/survey-js-ui.min.js'
];

/** The same questionnaire in SurveyJS, one page for each standard, as its own guide for plain pages sets it up. */
export function writePeer(folder: string, questionnaire: Questionnaire, text: QuestionnaireText): void {
	for (const file of FILES) cpSync(join('node_modules', file), join(folder, file));
	const values = Object.fromEntries(
		Object.values(questionnaire.scales)
			.flat()
			.map(({ id, value }) => [id, value])
	);
	const form = {
		title: text.title,
		pages: questionnaire.standards.map(({ id, indicators }) => ({
			name: id,
			title: text.standards[id]?.name,
			elements: indicators.map((indicator) => ({
				type: 'radiogroup',
				name: indicator.id,
				title: text.indicators[indicator.id]?.question,
				description: text.indicators[indicator.id]?.requirement,
				showCommentArea: true,
				choices: (questionnaire.scales[indicator.scale] ?? []).map((level) => ({
					value: level.id,
					text: `${text.levels[level.id] ?? ''}: ${text.indicators[indicator.id]?.anchors[level.id] ?? ''}`
				}))
			}))
		}))
	};
	const script = `
const survey = new Survey.Model(${JSON.stringify(form)});
const values = ${JSON.stringify(values)};
survey.onValueChanged.add(() => {
	const scored = Object.values(survey.data).filter((level) => level in values);
	document.querySelector('output').value = Math.round(100 * scored.reduce((sum, level) => sum + values[level], 0) / scored.length);
	localStorage.answers = JSON.stringify(survey.data);
	document.documentElement.dataset.registered = 'yes';
});
survey.render(document.getElementById('survey'));`;
	writeFileSync(
		join(folder, 'index.html'),
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text.title}</title><link rel="stylesheet" href="survey-core/survey-core.fontless.min.css"></head><body><output></output><div id="survey"></div><script src="survey-core/survey.core.min.js"></script><script src="survey-js-ui/survey-js-ui.min.js"></script><script>${script.replaceAll('</', '<\\/')}</script></body></html>`
	);
}
