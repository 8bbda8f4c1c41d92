import { describe, expect, test } from 'vitest';
import { Element, Structure, type Objects } from '#lib/export/pdf/file/structure.ts';

/** Numbers from 10 on for objects, 101 and so on for pages. */
function written(structure: Structure, pages: number, linkIds: readonly number[] = []) {
	const contents = new Map<number, string>();
	let next = 10;
	const objects: Objects = {
		reserve: () => next++,
		put: (id, content) => {
			expect(contents.has(id)).toBe(false);
			contents.set(id, content);
		},
		page: (number) => 100 + number
	};
	const root = structure.put(objects, pages, linkIds);
	const rootText = contents.get(root) ?? '';
	const parents = contents.get(Number(/\/ParentTree (\d+)/.exec(rootText)?.[1])) ?? '';
	const find = (role: string): [number, string][] =>
		[...contents].filter(([, content]) => content.includes(`/S /${role} `));
	return { contents, root, rootText, parents, find };
}

/** A document with a heading on page 1 and a paragraph that goes on to page 2. */
function example() {
	const structure = new Structure();
	const [heading, paragraph] = [new Element('H1'), new Element('P')];
	structure.root.add(heading);
	structure.root.add(paragraph);
	const marks = [
		structure.mark(heading, 1),
		structure.mark(paragraph, 1),
		structure.mark(paragraph, 2),
		structure.mark(paragraph, 1)
	];
	return { structure, heading, paragraph, marks };
}

describe('marks', () => {
	test('are counted on each page', () => {
		const { structure, marks } = example();
		expect(marks).toEqual([0, 1, 0, 2]);
		expect([1, 2, 3].map((page) => structure.hasMarks(page))).toEqual([true, true, false]);
	});

	test('are numbers on the page of their element, and name any other page', () => {
		const [, paragraph = ''] = written(example().structure, 2).find('P')[0] ?? [];
		expect(paragraph).toContain('/Pg 101 0 R');
		expect(paragraph).toContain('/K [1 <</Type /MCR /Pg 102 0 R /MCID 0>> 2]');
	});

	test('lead back to their elements, page by page', () => {
		const { find, parents } = written(example().structure, 2);
		const [[heading] = [], [paragraph] = []] = [find('H1')[0], find('P')[0]];
		expect(parents).toBe(
			`<</Nums [0 [${heading} 0 R ${paragraph} 0 R ${paragraph} 0 R]\n1 [${paragraph} 0 R]]>>`
		);
	});

	test('of pages lead back in the order of the pages, whichever was marked first', () => {
		const structure = new Structure();
		structure.mark(structure.root, 3);
		structure.mark(structure.root, 1);
		expect(written(structure, 3).parents).toMatch(/^<<\/Nums \[0 \[.*\]\n2 \[.*\]\]>>$/);
	});
});

describe('elements', () => {
	test('name their parents, up to the root', () => {
		const { find, root, rootText } = written(example().structure, 2);
		const [document, text = ''] = find('Document')[0] ?? [];
		expect(rootText).toContain(`/Type /StructTreeRoot /K [${document} 0 R]`);
		expect(text).toContain(`/P ${root} 0 R`);
		expect(text).toContain(`/K [${find('H1')[0]?.[0]} 0 R ${find('P')[0]?.[0]} 0 R]`);
		for (const role of ['H1', 'P']) expect(find(role)[0]?.[1]).toContain(`/P ${document} 0 R`);
	});

	test('without content of their own name no page', () => {
		expect(written(example().structure, 2).find('Document')[0]?.[1]).not.toContain('/Pg');
	});

	test('that are the only paragraph of a cell or an entry need no object: it has their marks itself', () => {
		const structure = new Structure();
		const [cell, full, entry] = [new Element('TD'), new Element('TD'), new Element('LBody')];
		for (const each of [cell, full, entry]) {
			structure.root.add(each);
			each.add(new Element('P'));
		}
		full.add(new Element('P'));
		for (const each of [cell, full, entry])
			for (const kid of each.kids) if (kid instanceof Element) structure.mark(kid, 1);
		const { find, parents } = written(structure, 1);
		const [[alone, text] = [], [, two] = []] = find('TD');
		const [[first, one] = [], [second, other] = []] = find('P');
		expect(text).toContain('/Pg 101 0 R /K [0]');
		expect(two).toContain(`/K [${first} 0 R ${second} 0 R]`);
		expect([one, other].map((each) => /\/K.*/.exec(each ?? '')?.[0])).toEqual(['/K [1]>>', '/K [2]>>']);
		expect(find('P')).toHaveLength(2);
		const [[last, words] = []] = find('LBody');
		expect(words).toContain('/Pg 101 0 R /K [3]');
		expect(parents).toBe(`<</Nums [0 [${alone} 0 R ${first} 0 R ${second} 0 R ${last} 0 R]]>>`);
	});

	test('say what they head, what they show and where', () => {
		const structure = new Structure();
		const figure = new Element('Figure', { alternative: 'A (bar) é' });
		figure.box = { page: 1, left: 1, bottom: 2.00049, right: 3, top: 4 };
		structure.root.add(new Element('TH', { scope: 'Column' }));
		structure.root.add(figure);
		const { find } = written(structure, 1);
		expect(find('TH')[0]?.[1]).toContain('/A <</O /Table /Scope /Column>>');
		expect(find('Figure')[0]?.[1]).toContain('/Alt <FEFF004100200028006200610072002900200');
		expect(find('Figure')[0]?.[1]).toContain('/A <</O /Layout /Placement /Block /BBox [1 2 3 4]>>');
	});
});

describe('links', () => {
	const structure = new Structure();
	const element = new Element('Link');
	structure.root.add(element);
	structure.mark(element, 1);
	structure.link({
		page: 2,
		left: 10,
		bottom: 20,
		right: 30,
		top: 40,
		address: 'https://example.org/(a)',
		contents: 'An example',
		element
	});
	const { contents, find, parents, rootText } = written(structure, 2, [77]);

	test('are objects of their element', () => {
		expect(find('Link')[0]?.[1]).toContain('/K [0 <</Type /OBJR /Obj 77 0 R /Pg 102 0 R>>]');
	});

	test('lead to their address, say it in words, and lead back to the element', () => {
		const annotation = contents.get(77) ?? '';
		expect(annotation).toContain('/A <</S /URI /URI (https://example.org/\\(a\\))>>');
		expect(annotation).toContain('/Rect [10 20 30 40]');
		expect(annotation).toMatch(/\/Contents <FEFF0041/);
		expect(annotation).toContain('/StructParent 2 ');
		expect(parents).toContain(`\n2 ${find('Link')[0]?.[0]} 0 R]`);
		expect(rootText).toContain('/ParentTreeNextKey 3');
	});

	test('with an address that is not ASCII are refused', () => {
		const other = new Structure();
		const box = { page: 1, left: 0, bottom: 0, right: 1, top: 1 };
		other.link({ ...box, address: 'https://exämple.org', contents: 'x', element: other.root });
		expect(() => written(other, 1, [77])).toThrow('Not ASCII');
	});
});
