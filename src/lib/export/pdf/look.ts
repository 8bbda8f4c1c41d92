// Measures, colours and type of the paper, in points from the top left corner of an A4 page.

export const PAGE = {
	width: 595.28,
	height: 841.89,
	left: 48,
	right: 547.28,
	top: 48,
	bottom: 783.89
} as const;
/** Width between the margins. */
export const WIDTH = PAGE.right - PAGE.left;
/** Running text is never wider: longer lines are hard to read. */
export const TEXT_WIDTH = 420;

/** Accent and stop are the same grey in print: shape and word carry the difference, never the colour. */
export const COLOURS = {
	ink: '#16202a',
	soft: '#46525e',
	accent: '#0b4a5b',
	stop: '#8c1c13',
	rule: '#a9b4bd',
	tint: '#d8e1e6',
	paper: '#ffffff'
} as const;

export type Colour = (typeof COLOURS)[keyof typeof COLOURS];

export interface TextStyle {
	size: number;
	/** Distance from one baseline to the next. */
	leading: number;
	bold: boolean;
	colour: Colour;
}

const style = (size: number, leading: number, bold = false, colour: Colour = COLOURS.ink): TextStyle => ({
	size,
	leading,
	bold,
	colour
});

export const TYPE = {
	coverTitle: style(40, 46, true),
	coverLabel: style(15, 22, false, COLOURS.soft),
	h1: style(22, 28, true),
	h2: style(12, 16, true),
	band: style(11, 15, true),
	bandMeaning: style(9, 15),
	readiness: style(16, 20, true),
	overall: style(50, 46, true),
	count: style(14, 18, true),
	body: style(10, 14),
	bodyBold: style(10, 14, true),
	bodySoft: style(10, 14, false, COLOURS.soft),
	table: style(9, 12),
	tableBold: style(9, 12, true),
	small: style(8, 10.5),
	smallBold: style(8, 10.5, true),
	smallSoft: style(8, 10.5, false, COLOURS.soft),
	smallSoftBold: style(8, 10.5, true, COLOURS.soft),
	scale: style(7.5, 9, false, COLOURS.soft)
} as const;
