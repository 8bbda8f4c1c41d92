import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** Scores and saves in less than a kilobyte: what a form costs at the very least. */
const SCRIPT = `
const form = document.forms[0], out = document.querySelector('output');
for (const [name, value] of Object.entries(JSON.parse(localStorage.answers || '{}')))
	if (form.elements[name]) form.elements[name].value = value;
const update = () => {
	const answers = Object.fromEntries(new FormData(form));
	const means = [...document.querySelectorAll('section')].map((section) => {
		let earned = 0, base = 0;
		for (const input of section.querySelectorAll(':checked')) {
			const weight = +input.dataset.weight;
			base += weight;
			earned += weight * input.dataset.value;
		}
		return base && earned / base;
	});
	out.value = Math.round(means.reduce((sum, mean) => sum + mean, 0) / means.length * 100);
	localStorage.answers = JSON.stringify(answers);
};
form.addEventListener('change', () => {
	update();
	document.documentElement.dataset.registered = 'yes';
});
if (form.querySelector(':checked')) update(), document.documentElement.dataset.registered = 'yes';
`;

const STYLE = `body{font:1rem/1.5 system-ui;max-width:46rem;margin:auto;padding:1rem}fieldset{margin-block:1rem;border:1px solid #66756d}
label{display:block;padding:.6rem;font-weight:600}p{margin:0 0 .5rem}output{position:sticky;inset-block-start:0}textarea{inline-size:100%}`;

const WEIGHTS = { critical: 3, major: 2, minor: 1 };

/** The same questionnaire as one plain static form. */
export function floorPage(questionnaire: Questionnaire, text: QuestionnaireText): string {
	const sections = questionnaire.standards.map(({ id, indicators }) => {
		const questions = indicators.map((indicator) => {
			const words = text.indicators[indicator.id];
			const levels = (questionnaire.scales[indicator.scale] ?? []).map(
				(level) =>
					`<label><input type="radio" name="${indicator.id}" value="${level.id}" data-value="${level.value}" data-weight="${WEIGHTS[indicator.weight]}">${escaped(text.levels[level.id])}</label><p>${escaped(words?.anchors[level.id])}</p>`
			);
			return `<fieldset><legend>${escaped(words?.question)}</legend><details><summary>Help</summary><p>${escaped(words?.requirement)}</p><p>${escaped(words?.why)}</p></details>${levels.join('')}<label>Note<textarea name="${indicator.id}-note"></textarea></label></fieldset>`;
		});
		return `<section><h2>${escaped(text.standards[id]?.name)}</h2>${questions.join('')}</section>`;
	});
	return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(text.title)}</title><style>${STYLE}</style><h1>${escaped(text.title)}</h1><form>${sections.join('')}</form><output></output><script>${minified(SCRIPT)}</script></html>`;
}

function minified(script: string): string {
	return script.replace(/\s*\n\s*/g, '\n').trim();
}

function escaped(words = ''): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
