import { expect, it } from 'vitest';
import { countJourneys, countUnitTests } from './test-counts.mjs';

const file = (status: string, ...tests: string[]) => ({
	status,
	assertionResults: tests.map((each) => ({ status: each }))
});

it('counts unit tests, and a file that broke before its first test as one failure', () => {
	const report = {
		numPassedTests: 3,
		numFailedTests: 1,
		testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'), file('failed')]
	};
	expect(countUnitTests(report)).toEqual({ passed: 3, failed: 2 });
});

it('counts journeys, unsteady ones and errors outside of them as failures', () => {
	const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
	expect(countJourneys({ stats, errors: [{ message: 'no server' }] })).toEqual({ passed: 5, failed: 3 });
});

it('counts a runner without a report as a failure', () => {
	expect(countUnitTests(null)).toEqual({ passed: 0, failed: 1 });
	expect(countJourneys(null)).toEqual({ passed: 0, failed: 1 });
});
