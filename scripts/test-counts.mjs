/** @typedef {{ passed: number, failed: number }} Counts */

/** A runner that leaves no report broke off before it had tested anything. */
const BROKE_OFF = { passed: 0, failed: 1 };

/**
 * Counts of vitest's JSON report. A file that fails before its first test counts as one failure.
 * @param {any} report null when there is none
 * @returns {Counts}
 */
export function countUnitTests(report) {
	if (report === null) return BROKE_OFF;
	const brokenFiles = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((each) => each.status === 'failed')
	);
	return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/**
 * Counts of Playwright's JSON report. An error outside of the tests counts as one failure.
 * @param {any} report null when there is none
 * @returns {Counts}
 */
export function countJourneys(report) {
	if (report === null) return BROKE_OFF;
	const { expected, unexpected, flaky } = report.stats;
	return { passed: expected, failed: unexpected + flaky + report.errors.length };
}
