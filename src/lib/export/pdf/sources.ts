import { Element } from '#lib/export/pdf/file/structure.ts';
import {
	drawLines,
	gapLine,
	heightOf,
	linesInside,
	linkLines,
	listEntry,
	textLines
} from '#lib/export/pdf/lines.ts';
import { uriOf } from '#lib/export/pdf/file/write.ts';
import { COLOURS, PAGE, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import type { SourcesPart } from '#lib/plan/report/model.ts';

/** Below another part only where its head and a few entries have room. */
const LEAST_ROOM = 150;

/** What the questions rest on, with links. Gives way after each entry. */
export function* drawSources(sheet: Sheet, part: SourcesPart): Generator<void> {
	const { canvas } = sheet;
	if (sheet.room < LEAST_ROOM) sheet.startPart(part.title, part.intro);
	else sheet.startPartBelow(part.title, part.intro);
	const list = new Element('L');
	for (const { title, address, details } of part.items) {
		const uri = address === null ? undefined : uriOf(address);
		const style = { ...TYPE.table, colour: uri === undefined ? COLOURS.ink : COLOURS.accent };
		const paragraph = new Element('P');
		const lines = listEntry(canvas, list, [
			...(uri === undefined
				? textLines(canvas, title, style, WIDTH)
				: linesInside(canvas, paragraph, linkLines(canvas, title, style, WIDTH, uri))),
			// printed too: paper has no links to touch
			...(address === null ? [] : textLines(canvas, address, TYPE.smallSoft, WIDTH)),
			...textLines(canvas, details, TYPE.smallSoft, WIDTH),
			gapLine(4)
		]);
		sheet.ensure(heightOf(lines));
		sheet.y = drawLines(lines, PAGE.left, sheet.y);
		yield;
	}
	if (part.more === undefined) return;
	const more = textLines(canvas, part.more, TYPE.table, WIDTH);
	sheet.ensure(heightOf(more));
	sheet.y = drawLines(more, PAGE.left, sheet.y);
	yield;
}
