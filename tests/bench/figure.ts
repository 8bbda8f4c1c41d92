/** The three that are measured side by side in one run. */
export type Target = 'site' | 'floor' | 'peer';

/** One measured thing, with what the others need for it and what we aim at. */
export interface Figure {
	part: string;
	name: string;
	unit: '' | 'B' | 'kB' | 'ms' | 's' | 'MB';
	/** The most (or, with `atLeast`, the least) that the site may have. None: told, but not judged. */
	limit?: number;
	atLeast?: boolean;
	/** Absent: not measured. */
	values: Partial<Record<Target, number>>;
	note?: string;
}

/** Whether the site keeps to the limit; undefined without a limit or without a value. */
export function keepsLimit({ limit, atLeast, values: { site } }: Figure): boolean | undefined {
	if (limit === undefined || site === undefined) return undefined;
	return atLeast ? site >= limit : site <= limit;
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/**
 * The value below or at which a share of the values lies (nearest rank).
 * @param share 0–1
 */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
