import { CONTENT_RULES } from './content-rules.ts';
import { DOCUMENT_RULES } from './document-rules.ts';
import { FONT_RULES } from './font-rules.ts';
import { LINK_RULES } from './link-rules.ts';
import { NESTING_RULES } from './nesting-rules.ts';
import { openPdf } from './open-pdf.ts';
import type { Finding, Rule } from './rule.ts';
import { STRUCTURE_RULES } from './structure-rules.ts';

const RULES: readonly Rule[] = [
	...DOCUMENT_RULES,
	...STRUCTURE_RULES,
	...NESTING_RULES,
	...CONTENT_RULES,
	...LINK_RULES,
	...FONT_RULES
];
/** A file that breaks one of these is not looked at further. */
const GATES = { unreadable: 'The file can be read', encrypted: 'The file is not encrypted' };

/** The name of every rule, in plain words. */
export const RULE_NAMES: readonly string[] = [...Object.values(GATES), ...RULES.map(({ name }) => name)];

/** What a checked file holds, and what must be mended in it. */
export interface PdfReport {
	elementCount: number;
	findings: Finding[];
}

/**
 * Checks a tagged PDF against what a machine can check of PDF/UA-1, and against what this project promises of its own
 * files: https only, nothing that runs, the same text in every viewer. It does not prove conformance.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfReport> {
	const opened = await openPdf(bytes);
	if (!opened.ok) {
		const finding = { rule: GATES[opened.problem], place: 'document', detail: opened.detail };
		return { elementCount: 0, findings: [finding] };
	}
	return {
		elementCount: opened.value.tree?.elements.length ?? 0,
		findings: RULES.flatMap(({ name, find }) => find(opened.value).map((fault) => ({ rule: name, ...fault })))
	};
}

/** The findings alone. */
export async function checkPdf(bytes: Uint8Array): Promise<Finding[]> {
	return (await inspectPdf(bytes)).findings;
}
