import type { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { Element, type PageBox } from '#lib/export/pdf/file/structure.ts';
import { number, rgb, textString } from '#lib/export/pdf/file/write.ts';
import { COLOURS, PAGE, type Colour, type TextStyle } from '#lib/export/pdf/look.ts';
import type { Cluster } from '#lib/export/pdf/text/face.ts';
import { languageOfScript, scriptOfLanguage, type Script } from '#lib/export/pdf/text/scripts.ts';
import type { Run, TextLine, Typesetter } from '#lib/export/pdf/text/typesetter.ts';

type Point = readonly [x: number, y: number];

/** How a shape is painted: filled, outlined (line width in points, dashes as lengths), or both. */
export interface Paint {
	fill?: Colour;
	line?: Colour;
	width?: number;
	dashes?: readonly number[];
}

/** A rectangle, from its top corner where a line begins. */
interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What is shown at once. */
type Shown = Pick<Run, 'clusters' | 'style' | 'script'>;

/** What a reader aloud must skip: ornament, or what stands on every page. */
export type Artifact = 'Layout' | 'Pagination';

/**
 * Draws on the current page, and says which element of the document each drawing belongs to. Points are counted from
 * the top corner where a line begins: on a page that is read from right to left that is the right one, so whoever draws
 * never asks for the direction. Shapes are ornament unless they are part of a figure; text must belong to something.
 */
export class Canvas {
	readonly typesetter: Typesetter;
	readonly #document: PdfDocument;
	readonly #script: Script;
	/** What elements are added to when something of them is drawn. */
	#container: Element;
	#owner: Element | Artifact = 'Layout';
	/** The marked content that is open on the page, and the colour and font that it draws with. */
	#open: Element | Artifact | undefined;
	#fill: Colour | undefined;
	#font: string | undefined;

	constructor(document: PdfDocument, typesetter: Typesetter, language: string) {
		this.#document = document;
		this.typesetter = typesetter;
		this.#script = scriptOfLanguage(language);
		this.#container = document.structure.root;
	}

	/** Draws what stands inside an element, such as the cells of a row. */
	inside(element: Element, draw: () => void): void {
		if (this.#owner === 'Pagination') return draw();
		this.#attach(element);
		const outer = this.#container;
		this.#container = element;
		draw();
		this.#container = outer;
	}

	/** From now on elements are added to this one. */
	enter(element: Element): void {
		this.#container = this.#document.structure.root;
		this.#attach(element);
		this.#container = element;
	}

	/** Draws the content of an element, or what a reader aloud skips. Inside an artifact everything is one. */
	as(owner: Element | Artifact, draw: () => void): void {
		const outer = this.#owner;
		if (outer === 'Pagination') return draw();
		if (owner instanceof Element) this.#attach(owner);
		this.#owner = owner;
		draw();
		this.#owner = outer;
	}

	/** Draws a figure, whose box is given; texts and shapes in it are one picture with one description. */
	figure(alternative: string, box: Area, draw: () => void): void {
		const figure = new Element('Figure', { alternative });
		figure.box = this.#boxOf(box);
		this.as(figure, draw);
	}

	/** Makes a place on the page a link, which belongs to an element. @param address https only */
	link(element: Element, address: string, contents: string, box: Area): void {
		this.#document.structure.link({ ...this.#boxOf(box), address, contents, element });
	}

	/** A line whose place on the page starts at `x`, on a baseline. */
	drawLine({ runs, width, start }: TextLine, x: number, baseline: number): void {
		if (runs.length === 0) return;
		const isRtl = this.typesetter.direction === 'rtl';
		const [at, y] = this.#place(x + start + (isRtl ? width : 0), baseline);
		this.#mark();
		const operators = [`BT ${number(at)} ${number(y)} Td`];
		for (const run of joined(runs)) operators.push(...this.#inStyle(run.style), this.#show(run));
		this.#document.write([...operators, 'ET'].join('\n'));
	}

	/** A text on one line. */
	drawText(text: string, x: number, baseline: number, style: TextStyle): void {
		this.drawLine(this.typesetter.line(text, style), x, baseline);
	}

	rectangle(x: number, y: number, width: number, height: number, paint: Paint): void {
		this.polygon(
			[
				[x, y],
				[x + width, y],
				[x + width, y + height],
				[x, y + height]
			],
			paint
		);
	}

	polygon(points: readonly Point[], paint: Paint): void {
		this.#path(points, paint, ' h');
	}

	line(points: readonly Point[], paint: Paint): void {
		this.#path(points, paint, '');
	}

	/**
	 * Points inside a square for a sign that looks the same in every language, such as a tick: they are not turned
	 * around on a page that is read from right to left.
	 */
	upright(x: number, size: number, points: readonly Point[]): Point[] {
		return this.typesetter.direction === 'rtl'
			? points.map(([px, py]) => [2 * x + size - px, py])
			: [...points];
	}

	/** A page is left: what is open on it ends, and nothing is known of how it draws. */
	close(): void {
		this.#endMark();
		this.#fill = undefined;
		this.#font = undefined;
	}

	#endMark(): void {
		if (this.#open !== undefined) this.#document.write('EMC');
		this.#open = undefined;
	}

	#attach(element: Element): void {
		if (element.parent === undefined && element !== this.#document.structure.root)
			this.#container.add(element);
	}

	#boxOf({ x, y, width, height }: Area): PageBox {
		const [start, top] = this.#place(x, y);
		const [end, bottom] = this.#place(x + width, y + height);
		return {
			page: this.#document.page,
			left: Math.min(start, end),
			bottom,
			right: Math.max(start, end),
			top
		};
	}

	/** Where a point is on the page, from its lower left corner. */
	#place(x: number, y: number): Point {
		return [this.typesetter.direction === 'rtl' ? PAGE.width - x : x, PAGE.height - y];
	}

	#mark(): void {
		const owner = this.#owner;
		if (owner === this.#open) return;
		this.#endMark();
		this.#open = owner;
		if (owner instanceof Element) {
			const id = this.#document.structure.mark(owner, this.#document.page);
			this.#document.write(`/${owner.role} <</MCID ${id}>> BDC`);
		} else this.#document.write(`/Artifact <</Type /${owner}>> BDC`);
	}

	/** What must be told to draw in a style: a page remembers colour and font. */
	#inStyle({ size, bold, colour }: TextStyle): string[] {
		const font = `/${this.#document.fonts[bold ? 'bold' : 'regular'].resource} ${number(size)} Tf`;
		const operators = [...this.#filled(colour), ...(font === this.#font ? [] : [font])];
		this.#font = font;
		return operators;
	}

	#filled(colour: Colour): string[] {
		if (colour === this.#fill) return [];
		this.#fill = colour;
		return [`${rgb(colour)} rg`];
	}

	/** Letters; words in another script than the document's say so to a reader aloud. */
	#show({ clusters, style, script }: Shown): string {
		const font = this.#document.fonts[style.bold ? 'bold' : 'regular'];
		const shown = `${font.show(clusters)} TJ`;
		if (script === this.#script) return shown;
		return `/Span <</Lang ${textString(languageOfScript(script))}>> BDC\n${shown}\nEMC`;
	}

	#path(points: readonly Point[], { fill, line, width = 1, dashes = [] }: Paint, end: string): void {
		if (points.length === 0) return;
		this.#mark();
		const operators = fill === undefined ? [] : this.#filled(fill);
		if (line !== undefined)
			operators.push(`${rgb(line)} RG ${number(width)} w [${dashes.map(number).join(' ')}] 0 d`);
		const path = points.map((point, k) => {
			const [x, y] = this.#place(...point);
			return `${number(x)} ${number(y)} ${k === 0 ? 'm' : 'l'}`;
		});
		const paint = fill === undefined ? 'S' : line === undefined ? 'f' : 'B';
		this.#document.write([...operators, `${path.join(' ')}${end} ${paint}`].join('\n'));
	}
}

/** Runs side by side that look and sound alike, as one. */
function joined(runs: readonly Run[]): Shown[] {
	const all: (Shown & { clusters: Cluster[] })[] = [];
	for (const { clusters, style, script } of runs) {
		const last = all.at(-1);
		if (last?.style === style && last.script === script) last.clusters.push(...clusters);
		else all.push({ clusters: [...clusters], style, script });
	}
	return all;
}

/** The baseline of a line whose top is given: the type's own ascent and descent stand in the middle. */
export function baselineOf(top: number, { size, leading }: { size: number; leading: number }): number {
	return top + leading / 2 + 0.388 * size;
}

/** Ink of a rule between rows. */
export const ROW_RULE: Paint = { line: COLOURS.rule, width: 0.5 };
