/**
 * The signs of the site, drawn in `src/app.html`. Cups say how far, diamonds how urgent, squares steps; a word
 * always stands beside them. In the drawing `mark-line` is stroked, `mark-cut` stroked in the ground's colour,
 * `mark-dash` stroked with gaps; the rest is filled.
 */
export type MarkName =
	| 'cup-0'
	| 'cup-half'
	| 'cup-most'
	| 'cup-full'
	| 'cup-unknown'
	| 'cup-none'
	| 'cup-open'
	| 'cup-incomplete'
	| 'now'
	| 'next'
	| 'later'
	| 'box-empty'
	| 'box-half'
	| 'box-done'
	| 'box-blocked'
	| 'box-closed'
	| 'tick'
	| 'forward'
	| 'back'
	| 'leave'
	| 'clock'
	| 'warning'
	| 'flag'
	| 'brand';
