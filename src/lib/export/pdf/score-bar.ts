import { baselineOf, type Canvas } from '#lib/export/pdf/canvas.ts';
import type { Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE } from '#lib/export/pdf/look.ts';
import type { ScoreFigure, Summary } from '#lib/plan/report/model.ts';

/** A range narrower than this would be a smudge under the bar. */
const LEAST_RANGE = 0.5;
const BRACKET = { below: 3.5, height: 4 } as const;

/**
 * A score from 0 to 100 as a bar with the rating limits, and the range as a bracket below it. Without a score the
 * frame is dashed and empty.
 */
export function scoreBar(
	canvas: Canvas,
	{ score, low, high }: ScoreFigure,
	scale: Summary['scale'],
	{ width, height }: { width: number; height: number }
): Line {
	const limits = scale.filter(({ at }) => at > 0 && at < 100);
	return {
		height: height + BRACKET.below + BRACKET.height,
		draw: (x, y) => {
			const at = (value: number): number => x + (width * value) / 100;
			canvas.rectangle(x, y, width, height, {
				fill: COLOURS.paper,
				line: COLOURS.soft,
				width: 0.5,
				...(score === null && { dashes: [2, 1.6] })
			});
			if (score === null) return;
			canvas.rectangle(x, y, at(score) - x, height, { fill: COLOURS.accent });
			for (const limit of limits)
				canvas.line(
					[
						[at(limit.at), y],
						[at(limit.at), y + height]
					],
					{ line: limit.at < score ? COLOURS.paper : COLOURS.soft, width: 0.6 }
				);
			if (low === null || high === null || high - low <= LEAST_RANGE) return;
			const top = y + height + BRACKET.below - BRACKET.height / 2;
			const middle = top + BRACKET.height / 2;
			for (const end of [low, high])
				canvas.line(
					[
						[at(end), top],
						[at(end), top + BRACKET.height]
					],
					{ line: COLOURS.ink }
				);
			canvas.line(
				[
					[at(low), middle],
					[at(high), middle]
				],
				{ line: COLOURS.ink }
			);
		}
	};
}

/** The figures above a score bar. */
export function scaleLine(canvas: Canvas, scale: Summary['scale'], width: number): Line {
	const leading = canvas.typesetter.leading(TYPE.scale);
	return {
		height: leading,
		draw: (x, y) => {
			for (const { at, shown } of scale) {
				const own = canvas.typesetter.width(shown, TYPE.scale);
				const centred = x + (width * at) / 100 - own / 2;
				const start = Math.max(x, Math.min(centred, x + width - own));
				// part of the picture: the scores stand beside it as numbers
				canvas.as('Layout', () =>
					canvas.drawText(shown, start, baselineOf(y, { size: TYPE.scale.size, leading }), TYPE.scale)
				);
			}
		}
	};
}
