import { findUnanswered } from '#lib/assessment/gaps.ts';
import { assessReadiness, type Gate } from '#lib/assessment/gates.ts';
import type { ScoredIndicator } from '#lib/assessment/score.ts';
import { isOverdue } from '#lib/plan/action.ts';
import { describeGateWork } from '#lib/plan/gate-work.ts';
import { describeToday } from '#lib/plan/report/describe-today.ts';
import type { Point, Readiness } from '#lib/plan/report/model.ts';
import { describeNeed, gateDue } from '#lib/plan/report/gate-words.ts';
import { indicatorName } from '#lib/plan/report/names.ts';
import { planNumber, roleOf, signOf } from '#lib/plan/report/plan-part.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** More points would push the figures off the first page of the summary. */
const MOST_POINTS = 12;

/** The box that stands before the score: what must be closed first. Gates decide where there are any. */
export function composeReadiness(source: ReportSource): Readiness {
	const { questionnaire, score, plan } = source;
	const order = plan.actions.map(({ id }) => id);
	const readiness = assessReadiness(questionnaire, score, order);
	if (readiness.blocked > 0) return blockedGates(source, readiness.gates, readiness.ready);
	if (readiness.isReady) return allReady(source, readiness.ready);
	const place = new Map(order.map((id, index) => [id, index]));
	const critical = source.gaps
		.filter(({ indicator }) => indicator.weight === 'critical')
		.sort((a, b) => (place.get(a.indicator.id) ?? 0) - (place.get(b.indicator.id) ?? 0));
	return critical.length > 0 ? criticalGaps(source, critical) : noCriticalGap(source);
}

function blockedGates(source: ReportSource, gates: readonly Gate[], ready: number): Readiness {
	const { words, format } = source;
	const blocked = gates.filter(({ isBlocked }) => isBlocked);
	const count = blocked.length;
	const left = blocked.slice(MOST_POINTS);
	// those nobody has answered have no action in the plan
	const more = left.some(({ isUnanswered }) => isUnanswered) ? 'paper.moreOpen' : 'paper.more';
	return {
		kind: 'blocked',
		count: format.number(count),
		heading: words('paper.readiness.blocked', { count }),
		explanation: words('paper.readiness.blockedWhy', { count, ready, gates: gates.length }),
		points: blocked.slice(0, MOST_POINTS).map((gate) => composeGate(source, gate)),
		...(left.length > 0 && { more: words(more, { count: left.length }) })
	};
}

function allReady({ words }: ReportSource, count: number): Readiness {
	return {
		kind: 'ready',
		heading: words('paper.readiness.ready', { count }),
		explanation: words('paper.readiness.ownView'),
		points: []
	};
}

function criticalGaps(source: ReportSource, gaps: readonly ScoredIndicator[]): Readiness {
	const { words, format } = source;
	const count = gaps.length;
	return {
		kind: 'critical',
		count: format.number(count),
		heading: words('paper.readiness.critical', { count }),
		explanation: [words('paper.readiness.criticalWhy'), ...openCritical(source)].join(' '),
		...listed(source, gaps)
	};
}

function noCriticalGap(source: ReportSource): Readiness {
	const { score, words } = source;
	const open = score.inScope - score.answered;
	if (score.answered === 0)
		return {
			kind: 'calm',
			heading: words('paper.readiness.nothing'),
			explanation: words('paper.readiness.nothingWhy'),
			points: []
		};
	return {
		kind: 'calm',
		heading: words(open > 0 ? 'paper.readiness.noneSoFar' : 'paper.readiness.none'),
		explanation: [
			...(open > 0 ? [words('paper.readiness.open', { count: open })] : []),
			...openCritical(source),
			words('paper.readiness.ownView')
		].join(' '),
		points: []
	};
}

/** Says how many critical questions nobody has answered; nothing when there are none. */
function openCritical({ score, words }: ReportSource): string[] {
	const count = findUnanswered(score).filter(({ indicator }) => indicator.weight === 'critical').length;
	return count > 0 ? [words('paper.readiness.criticalOpen', { count })] : [];
}

function listed(source: ReportSource, gaps: readonly ScoredIndicator[]): Pick<Readiness, 'points' | 'more'> {
	const left = gaps.length - MOST_POINTS;
	return {
		points: gaps.slice(0, MOST_POINTS).map((gap) => composeGap(source, gap)),
		...(left > 0 && { more: source.words('paper.more', { count: left }) })
	};
}

function composeGate(source: ReportSource, { indicator, reading }: Gate): Point {
	const work = describeGateWork(source, { indicator });
	return {
		sign: 'gate',
		// nobody has answered: there is no action yet, and so no number
		number: work.action === undefined ? '?' : planNumber(source, work.action.id),
		name: indicatorName(source, indicator),
		today: describeToday(source, indicator, reading),
		needed: describeNeed(source, work),
		role: roleOf(source, work.responsibleRole),
		due: gateDue(source, work)
	};
}

function composeGap(source: ReportSource, { indicator, reading }: ScoredIndicator): Point {
	const { plan, words, format, today } = source;
	const action = plan.actions.find(({ id }) => id === indicator.id);
	const dueDate = action?.dueDate ?? '';
	const due = action !== undefined && isOverdue(action, today) ? 'paper.overdueSince' : 'paper.by';
	return {
		sign: action === undefined ? 'now' : signOf(action),
		number: planNumber(source, indicator.id),
		name: indicatorName(source, indicator),
		today: describeToday(source, indicator, reading),
		role: roleOf(source, action?.responsibleRole ?? ''),
		due: dueDate === '' ? words('paper.plan.noDate') : words(due, { date: format.shortDate(dueDate) })
	};
}
