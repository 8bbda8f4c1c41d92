import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, entry, nameAt } from './objects.ts';
import type { Pdf } from './open-pdf.ts';

/** Whether an outline entry or an annotation leads to a page of this file. */
export function leadsToPage(pdf: Pdf, dict: PDFDict): boolean {
	return pdf.isDestination(entry(dict, 'Dest')) || isGoTo(pdf, dictAt(dict, 'A'));
}

/** Whether an action goes to a page of this file. */
export function isGoTo(pdf: Pdf, action: PDFDict | undefined): boolean {
	return nameAt(action, 'S') === 'GoTo' && pdf.isDestination(entry(action, 'D'));
}

/** All entries of the outline, each before those below it. */
export function outlineEntries({ catalog }: Pdf): PDFDict[] {
	const found = new Set<PDFDict>();
	function follow(first: PDFDict | undefined): void {
		for (let item = first; item !== undefined && !found.has(item); item = dictAt(item, 'Next')) {
			found.add(item);
			follow(dictAt(item, 'First'));
		}
	}
	follow(dictAt(catalog, 'Outlines', 'First'));
	return [...found];
}
