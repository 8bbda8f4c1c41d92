import { PRIORITIES } from '#lib/assessment/gaps.ts';
import { isOverdue, saidStatus, type Action } from '#lib/plan/action.ts';
import { departureCountedFrom } from '#lib/plan/due-date.ts';
import { describeGateWork, type GateWork } from '#lib/plan/gate-work.ts';
import { describeToday } from '#lib/plan/report/describe-today.ts';
import type { Paragraph, PlanGroup, PlanPart, PlanRow, Sign } from '#lib/plan/report/model.ts';
import { describeNeed } from '#lib/plan/report/gate-words.ts';
import { indicatorName, standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';

const SIGNS: readonly Sign[] = ['gate', ...PRIORITIES];
const STATUSES: readonly Action['status'][] = ['to-do', 'in-progress', 'done', 'gap-closed'];
/** The questionnaire's evidence lines that stand as proof while the person has written none. */
const PROOF_LINES = 2;

/** The plan: its actions in groups by urgency, in plan order; closed gaps last. */
export function composePlan(source: ReportSource): PlanPart {
	const { words } = source;
	const rows = source.plan.actions.map((action, index) => ({
		action,
		row: composeRow(source, action, index)
	}));
	const groupOf = ({ status, priority }: Action) => (status === 'gap-closed' ? 'closed' : priority);
	const groups = ([...PRIORITIES, 'closed'] as const)
		.map((id): PlanGroup => {
			const own = rows.filter(({ action }) => groupOf(action) === id).map(({ row }) => row);
			return {
				id,
				name: words(`paper.group.${id}`),
				meaning: words(meaningKey(id, own), { count: own.length }),
				continued: words('paper.continued'),
				rows: own
			};
		})
		.filter((group) => group.rows.length > 0);
	return {
		title: words('paper.plan.title'),
		intro: introOf(source),
		legend: [
			...SIGNS.filter((sign) => rows.some(({ row }) => row.sign === sign)).map((sign) => ({
				sign,
				word: words(`paper.sign.${sign}`)
			})),
			...STATUSES.filter((status) => rows.some(({ row }) => row.status === status)).map((status) => ({
				status,
				word: words(`paper.status.${status}`)
			}))
		],
		columns: {
			number: words('paper.plan.number'),
			gap: words('paper.plan.gap'),
			action: words('paper.plan.action'),
			role: words('paper.plan.role'),
			due: words('paper.plan.due'),
			status: words('paper.plan.status')
		},
		groups
	};
}

/** Only where gates are blocked does the first group speak of them. */
function meaningKey(id: PlanGroup['id'], rows: readonly PlanRow[]): string {
	return rows.some(({ sign }) => sign === 'gate') ? 'paper.group.gatesMeaning' : `paper.group.${id}Meaning`;
}

/** The number an action has everywhere in the paper: its place in the plan, from 1. */
export function planNumber({ plan, format }: Pick<ReportSource, 'plan' | 'format'>, id: string): string {
	return format.number(plan.actions.findIndex((action) => action.id === id) + 1);
}

/** The shape that stands for an action. */
export function signOf({ isBlockedGate, priority }: Pick<Action, 'isBlockedGate' | 'priority'>): Sign {
	return isBlockedGate ? 'gate' : priority;
}

/** The role of an action, or that none is named. */
export function roleOf({ words }: Pick<ReportSource, 'words'>, role: string): string {
	return role.trim() === '' ? words('paper.plan.noRole') : role.trim();
}

function introOf(source: ReportSource): string {
	const { plan, gaps, score, words, format, assessment } = source;
	if (plan.actions.length === 0)
		return words(score.answered === score.inScope ? 'paper.plan.noGap' : 'paper.plan.noneYet');
	if (gaps.length === 0) return words('paper.plan.noOpenGap');
	const departure = departureCountedFrom(source.questionnaire, source.assessment);
	return departure === undefined
		? words('paper.plan.intro', { date: format.date(assessment.assessedOn) })
		: words('paper.plan.introDeparture', { date: format.date(departure) });
}

function composeRow(source: ReportSource, action: Action, index: number): PlanRow {
	const { words, format, today } = source;
	const { indicator, standardId } = action;
	const work = indicator && action.isBlockedGate ? describeGateWork(source, { indicator }) : undefined;
	return {
		sign: signOf(action),
		number: format.number(index + 1),
		standard: standardId === undefined ? words('paper.plan.added') : standardName(source, standardId),
		name: indicator === undefined ? '' : indicatorName(source, indicator),
		today: indicator === undefined ? '' : describeToday(source, indicator, action.reading),
		...(work && { needed: describeNeed(source, work) }),
		action: action.text.trim() === '' ? words('paper.plan.noText') : action.text.trim(),
		details: [...gateDetails(source, work), ...detailsOf(source, action)],
		role: roleOf(source, action.responsibleRole),
		due: action.dueDate === '' ? words('paper.plan.noDate') : format.shortDate(action.dueDate),
		...(isOverdue(action, today) && { overdue: words('paper.overdue') }),
		status: action.status,
		statusWord: words(`paper.status.${saidStatus(action)}`)
	};
}

/** A date that a person set and that is too late for a gate stays in the plan; the paper says so. */
function gateDetails({ words, format }: ReportSource, work: GateWork | undefined): Paragraph[] {
	if (work?.plannedTooLate === undefined || work.dueDate === '') return [];
	const date = format.shortDate(work.dueDate);
	return [{ lead: words('paper.plan.gate'), text: words('paper.plan.gateBy', { date }) }];
}

/** How one will show that an action is done: what a person wrote, else what the questionnaire names first. */
export function proofOf({ text }: Pick<ReportSource, 'text'>, { indicator, proof }: Action): string {
	if (proof.trim() !== '') return proof.trim();
	const evidence = ownValue(text.indicators, indicator?.id ?? '')?.evidence ?? {};
	const lines = (indicator?.evidence ?? []).flatMap((id) => ownValue(evidence, id) ?? []);
	return lines.slice(0, PROOF_LINES).join('; ');
}

function detailsOf(source: ReportSource, action: Action): Paragraph[] {
	const { words } = source;
	return [
		{ lead: words('paper.plan.proof'), text: proofOf(source, action) },
		{ lead: words('paper.plan.resources'), text: action.resources.trim() },
		{ lead: words('paper.plan.note'), text: action.note.trim() }
	].filter((detail) => detail.text !== '');
}
