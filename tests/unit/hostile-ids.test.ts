import { render } from 'svelte/server';
import { describe, expect, it, vi } from 'vitest';
import type { QuestionCopy } from '#lib/assessment/schema.ts';
import { exampleIndicator, exampleQuestionnaire, exampleText } from './example-questionnaire.ts';

// Ids come from files. Every object of the language has something under a name such as `constructor`: a component that
// looks an id up must not show that.

vi.mock('#lib/i18n/i18n.svelte.ts', () => ({ useI18n: () => ({ t: (key: string) => key }) }));
const { default: ChangedQuestion } = await import('#lib/ui/ChangedQuestion.svelte');
const { default: QuestionFacts } = await import('#lib/ui/QuestionFacts.svelte');
const { default: WordsPanel } = await import('#lib/ui/WordsPanel.svelte');

describe.each(['toString', 'constructor', 'valueOf'])('"%s" finds nothing', (id) => {
	it('as a level that was answered', () => {
		const before: QuestionCopy = {
			language: 'en',
			standard: 'People',
			question: 'Is it in place?',
			requirement: 'It is in place.',
			levels: { [id]: 'In place' },
			anchors: {},
			weight: 'critical',
			answeredUnder: '1.0.0'
		};
		const copies = { before, today: { ...before, levels: {} } };
		const { body } = render(ChangedQuestion, { props: { ...copies, answer: { level: id } } });
		expect(body).toContain('In place');
		expect(body).not.toContain('native code');
		const { body: without } = render(ChangedQuestion, {
			props: { before: copies.today, today: undefined, answer: { level: id } }
		});
		expect(without).toContain(`<b>${id}</b>`);
	});

	it('as a source of a question', () => {
		const indicator = exampleIndicator('example.a.1', {
			references: [{ source: id, strength: 'primary', verified: true }]
		});
		const text = exampleText(exampleQuestionnaire({ a: [indicator] }));
		const paper = { title: 'A paper', publisher: 'A publisher', edition: null, url: null, note: '' };
		const sources = [{ ...paper, id, kind: 'guidance', verified: 'primary' as const }];
		const origins = { sources, itemTitles: {}, deadlines: [] };
		const { body } = render(QuestionFacts, {
			props: { indicator, text, origins, say: (key: string) => key }
		});
		expect(body).toContain('A paper');
		expect(body).not.toContain('native code');
	});

	it('as a word of a question', () => {
		const glossary = { language: 'en', terms: {} };
		const { body } = render(WordsPanel, { props: { terms: [id], glossary, hrefOf: String } });
		expect(body).not.toContain('<button');
	});
});
