import { findBriefingProblems, findBriefingTextProblems } from '#lib/guide/briefing-problems.ts';
import {
	briefingSchema,
	briefingTextSchema,
	type Briefing,
	type BriefingText
} from '#lib/guide/briefing-schema.ts';
import { parseWith } from '#lib/questionnaire/parse-with.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import type { Source } from '#lib/questionnaire/schema.ts';

/**
 * Checks the figures of the briefing: each has its sources, and none claims more than they carry.
 * @param raw content of `briefing.json`
 * @param known the checked publications
 */
export function parseBriefing(raw: unknown, known: readonly Source[]): Result<Briefing> {
	return parseWith(raw, briefingSchema, (briefing) => findBriefingProblems(briefing, known));
}

/**
 * Checks the texts of one language: nothing missing, nothing left over.
 * @param raw content of a file such as `briefing.en.json`
 * @param briefing the checked figures
 */
export function parseBriefingText(raw: unknown, briefing: Briefing): Result<BriefingText> {
	return parseWith(raw, briefingTextSchema, (texts) => findBriefingTextProblems(texts, briefing));
}
