import type { Pdf } from './open-pdf.ts';
import type { StructureElement } from './structure-tree.ts';

/** A place in a file that breaks a rule. */
export interface Fault {
	/** A page, an object or the path of an element. */
	place: string;
	/** What is wrong there, as a sentence. */
	detail: string;
}

export interface Rule {
	/** What a file that keeps it does, in plain words. */
	name: string;
	find(pdf: Pdf): Fault[];
}

/** A fault and the rule it breaks. */
export interface Finding extends Fault {
	rule: string;
}

/** One fault in the file as a whole when something is missing. */
export function faultUnless(isKept: boolean, detail: string, place = 'document'): Fault[] {
	return isKept ? [] : [{ place, detail }];
}

/** A fault for each element of which a sentence is said. */
export function eachElement(pdf: Pdf, say: (element: StructureElement) => string | undefined): Fault[] {
	return (pdf.tree?.elements ?? []).flatMap((element) => {
		const detail = say(element);
		return detail === undefined ? [] : [{ place: element.path, detail }];
	});
}
