import type { AnswerChange } from '#lib/assessment/answer.ts';

/**
 * What a person chose on a prerendered question before its script had started. Read once, before the page
 * becomes alive: afterwards the page shows what is stored.
 * @returns the indicator's id and the choice; undefined when nothing was chosen
 */
export function readEarlyInput(page: ParentNode): { indicatorId: string; change: AnswerChange } | undefined {
	const question = page.querySelector<HTMLElement>('fieldset[data-indicator]');
	const indicatorId = question?.dataset['indicator'];
	if (!question || !indicatorId) return undefined;
	const level = question.querySelector<HTMLInputElement>('input:checked')?.value;
	const ticked = Array.from(
		page.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(indicatorId)}-evidence"]:checked`),
		({ value }) => value
	);
	const valueOf = (name: string): string =>
		page.querySelector<HTMLTextAreaElement>(`#${CSS.escape(`${indicatorId}-${name}`)}`)?.value ?? '';
	const text = valueOf('where');
	const note = valueOf('note');
	const change: AnswerChange = {
		...(level !== undefined && { level }),
		...((ticked.length > 0 || text !== '') && { evidence: { ticked, text } }),
		...(note !== '' && { note })
	};
	return Object.keys(change).length > 0 ? { indicatorId, change } : undefined;
}
