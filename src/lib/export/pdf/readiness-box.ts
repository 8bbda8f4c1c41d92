import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import {
	drawLines,
	endLine,
	fewLines,
	gapLine,
	heightOf,
	listEntry,
	textLines,
	type Line
} from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, WIDTH, type TextStyle } from '#lib/export/pdf/look.ts';
import { drawSign, drawTick } from '#lib/export/pdf/signs.ts';
import type { Point, Readiness } from '#lib/plan/report/model.ts';

const FRAME = { side: 12, top: 11, bottom: 9 } as const;
const SIGN_COLUMN = 34;
const INNER = WIDTH - 2 * FRAME.side;
const TEXT = INNER - SIGN_COLUMN;
const ROLE = 118;
/** The date has the room it needs, between these. */
const DUE = { least: 100, most: 150, gap: 10 } as const;
const ROLE_LINES = 2;
const ROW_PADDING = 4;
const SIGN = { heading: 26, row: 17, compact: 14 } as const;

/** How many lines each point may say about today, and a blocked gate about what it asks for. */
export interface PointLines {
	today: number;
	needed: number;
}

/** The framed box that stands before the score. A point with no line to say anything is a name and a date. */
export function readinessBox(canvas: Canvas, readiness: Readiness, most: PointLines): Line {
	const isStop = readiness.kind === 'blocked' || readiness.kind === 'critical';
	const colour = isStop ? COLOURS.stop : COLOURS.ink;
	const style: TextStyle = { ...TYPE.readiness, colour };
	const start = readiness.kind === 'calm' ? 0 : SIGN_COLUMN;
	const heading = textLines(canvas, readiness.heading, style, INNER - start, new Element('H3'));
	const headingHeight = Math.max(heightOf(heading), start > 0 ? SIGN.heading : 0);
	const explanation = textLines(canvas, readiness.explanation, TYPE.body, INNER - start);
	const widest = Math.max(...readiness.points.map(({ due }) => canvas.typesetter.width(due, TYPE.table)));
	const dueWidth = Math.min(DUE.most, Math.max(DUE.least, widest + DUE.gap));
	const list = new Element('L');
	const rows = [
		...readiness.points.flatMap((point) =>
			listEntry(canvas, list, [pointLine(canvas, point, most, dueWidth)])
		),
		...(readiness.more === undefined ? [] : [moreLine(canvas, readiness.more)])
	];
	const listGap = rows.length > 0 ? 6 : 0;
	const height = FRAME.top + headingHeight + heightOf(explanation) + listGap + heightOf(rows) + FRAME.bottom;
	return {
		height,
		draw: (x, y) => {
			canvas.rectangle(x, y, WIDTH, height, { line: colour, width: 1.5 });
			const left = x + FRAME.side;
			const top = y + FRAME.top;
			const sign = { x: left, y: top + (headingHeight - SIGN.heading) / 2, size: SIGN.heading };
			if (readiness.count !== undefined)
				drawSign(canvas, readiness.kind === 'blocked' ? 'gate' : 'now', readiness.count, sign);
			else if (readiness.kind === 'ready') drawTick(canvas, sign.x, sign.y, sign.size);
			drawLines(heading, left + start, top + (headingHeight - heightOf(heading)) / 2);
			const foot = drawLines(explanation, left + start, top + headingHeight);
			drawLines(rows, left, foot + listGap);
		}
	};
}

function pointLine(canvas: Canvas, point: Point, most: PointLines, dueWidth: number): Line {
	const isCompact = most.today === 0 && most.needed === 0;
	const column = TEXT - ROLE - dueWidth;
	const nameWidth = isCompact ? column + ROLE : column;
	const name = isCompact ? canvas.typesetter.clip(point.name, TYPE.tableBold, nameWidth - 8) : point.name;
	const names = textLines(canvas, name, TYPE.tableBold, nameWidth - 8);
	// of several roles the first acts; the others stand in the plan
	const [acting = ''] = point.role.split(' / ');
	const roles = isCompact
		? []
		: most.today > 0
			? fewLines(canvas, point.role, TYPE.table, ROLE - 8, ROLE_LINES)
			: fewLines(canvas, acting, TYPE.table, ROLE - 8, 1);
	const due = endLine(canvas, canvas.typesetter.clip(point.due, TYPE.table, dueWidth), TYPE.table, dueWidth);
	const headHeight = Math.max(heightOf(names), heightOf(roles));
	const says = [
		...(most.today > 0 ? fewLines(canvas, point.today, TYPE.table, TEXT, most.today) : []),
		...(most.needed > 0 && point.needed !== undefined
			? fewLines(canvas, point.needed, TYPE.table, TEXT, most.needed)
			: [])
	];
	return {
		height: 2 * ROW_PADDING + headHeight + heightOf(says),
		draw: (x, y) => {
			drawRule(canvas, x, y);
			const size = isCompact ? SIGN.compact : SIGN.row;
			drawSign(canvas, point.sign, point.number, { x: x + 4, y: y + (isCompact ? 3 : 5), size });
			const left = x + SIGN_COLUMN;
			drawLines(names, left, y + ROW_PADDING);
			drawLines(roles, left + column, y + ROW_PADDING);
			due.draw(left + column + ROLE, y + ROW_PADDING);
			drawLines(says, left, y + ROW_PADDING + headHeight);
		}
	};
}

function moreLine(canvas: Canvas, more: string): Line {
	const [line = gapLine(0)] = textLines(canvas, more, TYPE.table, TEXT);
	return {
		height: 2 * ROW_PADDING + line.height,
		draw: (x, y) => {
			drawRule(canvas, x, y);
			line.draw(x + SIGN_COLUMN, y + ROW_PADDING);
		}
	};
}

function drawRule(canvas: Canvas, x: number, y: number): void {
	canvas.line(
		[
			[x, y],
			[x + INNER, y]
		],
		ROW_RULE
	);
}
