import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import type { Priority } from '#lib/assessment/gaps.ts';
import type { Rating } from '#lib/assessment/rating.ts';
import type { Action } from '#lib/plan/action.ts';

// The action plan as a document: every word is there in the reader's language, and the numbers that the figures
// need. The PDF and the print page draw the same model, so they cannot say different things.

export interface Report {
	/** Language of all its words, as in the questionnaire text. */
	language: string;
	/** Title of the document. */
	title: string;
	/** The day the paper was made; the only day that stands in the file's metadata. */
	madeOn: CalendarDate;
	/** Name of the tool, for the metadata. */
	madeWith: string;
	/** Stands at the foot of every page but the first. */
	foot: string;
	/** Page number with `{page}` and `{pages}` left open: only the layout knows them. */
	pageNumber: string;
	/** The ten digits of the language, from 0 on, for the page numbers. */
	digits: string;
	cover: Cover;
	summary: Summary;
	plan: PlanPart;
	/** Absent when every question has an answer. */
	stillToAnswer?: StillToAnswer;
	decision: Decision;
	reviews: Reviews;
	/** Absent when the person left it out. */
	annex?: Annex;
	/** Absent when the questionnaire asks nothing about the organisation. */
	scope?: ScopePart;
	/** Absent when no question names a publication. */
	sources?: SourcesPart;
	method: Method;
}

/** A name and what stands beside it; null leaves a line for the pen. */
export interface Entry {
	name: string;
	value: string | null;
}

/** A paragraph that opens with bold words. */
export interface Paragraph {
	lead: string;
	text: string;
}

export interface Cover {
	/** What the organisation calls the assessment; may be empty. */
	label: string;
	standards: { number: string; name: string }[];
	/** Stands on the first page while a gate is blocked; `count` is the number in its sign. */
	stop?: { count: string; heading: string; text: string };
	entries: Entry[];
	safety: Paragraph;
	/** What the questionnaire is and is not. */
	claim: string;
}

/** Shape of the sign that carries a plan number: a blocked gate, or the priority. */
export type Sign = 'gate' | Priority;

/** One thing to close first. */
export interface Point {
	sign: Sign;
	/** Plan number; `?` for a gate nobody has answered, which has no action yet. */
	number: string;
	name: string;
	today: string;
	/** What a blocked gate asks for; absent for a critical gap. */
	needed?: string;
	role: string;
	due: string;
}

export interface Readiness {
	/** What the box says: gates blocked, all gates ready, critical gaps to close, or none of these. */
	kind: 'blocked' | 'ready' | 'critical' | 'calm';
	/** Number inside the sign; absent for `ready` and `calm`. */
	count?: string;
	heading: string;
	explanation: string;
	/** At most twelve, in plan order. */
	points: Point[];
	/** Names how many points are left out; absent when all are listed. */
	more?: string;
}

/** A score as the figures draw it: 0–100, unrounded; null where there is none. */
export interface ScoreFigure {
	score: number | null;
	low: number | null;
	high: number | null;
}

export interface StandardRow extends ScoreFigure {
	name: string;
	rating: Rating;
	ratingWord: string;
	/** What holds the rating down or is missing; may be empty. */
	detail: string;
	/** The score as a whole number, or a dash. */
	shown: string;
	answered: string;
}

export interface Summary {
	title: string;
	label: string;
	readiness: Readiness;
	overall: ScoreFigure & { shown: string; unit: string; sentences: string };
	/** In place, gaps, not applicable, still to answer: together all questions in scope. */
	counts: { value: string; name: string }[];
	/** Figures on the scales: 0, the rating limits, 100. */
	scale: { at: number; shown: string }[];
	/** Absent unless every standard has a score. */
	radar?: { caption: string };
	columns: { standard: string; rating: string; score: string; shown: string; answered: string };
	standards: StandardRow[];
	/** Critical gaps behind the blocked gates; absent when there are none. `short` is for a page without room. */
	otherCritical?: { title: string; short: string; items: { number: string; name: string }[] };
}

export interface PlanRow {
	sign: Sign;
	number: string;
	/** Name of the standard, or that the organisation added the action. */
	standard: string;
	/** Short name of the indicator; empty for an added action. */
	name: string;
	/** What the answer says today; empty for an added action. */
	today: string;
	/** What a blocked gate asks for; absent otherwise. */
	needed?: string;
	action: string;
	/** Proof, resources, note: those that exist. */
	details: Paragraph[];
	role: string;
	due: string;
	/** The word for a date that has passed; absent otherwise. */
	overdue?: string;
	status: Action['status'];
	statusWord: string;
}

export interface PlanGroup {
	id: Priority | 'closed';
	name: string;
	/** Meaning of the group and how many actions it has. */
	meaning: string;
	/** Stands behind the name where the group goes on over a page. */
	continued: string;
	rows: PlanRow[];
}

export interface PlanPart {
	title: string;
	/** Says how the plan is ordered and dated, or that it has no action. */
	intro: string;
	/** The signs and status marks that occur, with their words. */
	legend: ({ sign: Sign; word: string } | { status: Action['status']; word: string })[];
	columns: { number: string; gap: string; action: string; role: string; due: string; status: string };
	groups: PlanGroup[];
}

export interface StillToAnswer {
	title: string;
	intro: string;
	columns: { standard: string; question: string; weight: string };
	rows: OpenRow[];
}

export interface OpenRow {
	isGate: boolean;
	standard: string;
	name: string;
	question: string;
	weight: string;
	/** What a gate asks for and by when; both absent where the question is no gate. */
	needed?: string;
	due?: string;
}

export interface Decision {
	title: string;
	choices: string[];
	/** Functions that sign; names are written by pen only. */
	signatures: string[];
	signature: string;
	dateAndPlace: string;
}

export interface Reviews {
	title: string;
	columns: { review: string; planned: string; done: string; open: string };
	rows: { name: string; planned: string }[];
	notes: string;
	notesHint: string;
}

/** A level or rating as a row of cells: how many are filled, or `open` while an answer is missing. */
export interface Cells {
	filled: number | 'open';
	of: number;
}

export interface AnnexRow {
	/** Number of the standard and of the indicator in it. */
	item: string;
	question: string;
	/** Gate or critical; may be empty. */
	flag: string;
	/** The level on its scale; absent where the question does not apply. */
	cells?: Cells;
	answer: string;
	/** Whether nobody could answer. */
	isOpen: boolean;
	/** Evidence or reason, then the note if notes were asked for. */
	evidence: string[];
}

export interface Annex {
	title: string;
	intro: string;
	columns: { item: string; question: string; answer: string; evidence: string };
	standards: { name: string; continued: string; rows: AnnexRow[] }[];
}

/** Why these questions were asked and no others: the answers about the organisation, and what followed. */
export interface ScopePart {
	title: string;
	intro: string;
	columns: { question: string; answer: string };
	rows: { question: string; answer: string }[];
	/** What was left out and what was asked all the same: those that exist. */
	notes: Paragraph[];
}

/** What the questions rest on. */
export interface SourcesPart {
	title: string;
	intro: string;
	items: {
		title: string;
		/** https only; null where there is none. */
		address: string | null;
		/** Publisher, edition, how many questions name it, and what was read of it. */
		details: string;
	}[];
	/** Says how many are left out; absent when all are listed. */
	more?: string;
}

export interface Method {
	title: string;
	paragraphs: Paragraph[];
	entries: Entry[];
}
