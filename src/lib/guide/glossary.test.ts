import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findUnexplainedTerms, parseGlossary, type Glossary } from '#lib/guide/glossary.ts';

const read = (name: string) => JSON.parse(readFileSync(`questionnaires/${name}`, 'utf8'));

/** The forty words of the facts about peacekeeping. */
const OF_THE_FACTS = [
	...['child', 'sexual-exploitation', 'sexual-abuse', 'sea', 'transactional-sex', 'zero-tolerance'],
	...['safeguarding', 'child-protection', 'troop-contributor', 'contingent', 'formed-police-unit'],
	...['observer', 'memorandum', 'coe-manual', 'exclusive-jurisdiction', 'status-agreement'],
	...['misconduct', 'investigation-officer', 'oios', 'conduct-team', 'misconduct-tracking'],
	...['clearcheck', 'immediate-response-team', 'substantiated', 'repatriation', 'resolution-2272'],
	...['non-fraternisation', 'off-limits', 'no-excuse-card', 'community-complaints'],
	...['child-protection-adviser', 'grave-violations', 'victim-centred', 'victims-rights-advocate'],
	...['trust-fund', 'paternity-claim', 'paternity-focal-point', 'dna-protocol', 'induction'],
	'on-site-court-martial'
];

/** The words that the reviews of the questions asked for. */
const OF_THE_REVIEWS = [
	...['expert-on-mission', 'referral', 'reprisal', 'table-top-exercise', 'diplomatic-note', 'consent'],
	...['best-interests', 'allegation-status', 'focal-point', 'survivor', 'accused-person', 'concern'],
	...['informed-agreement', 'spot-check', 'undertaking', 'deployed-staff', 'conflict-of-interest'],
	...['code-not-name', 'psychosocial', 'near-miss', 'surge-roster', 'standby-agreement', 'gate']
];

function shipped(): Glossary {
	const result = parseGlossary(read('glossary.en.json'));
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
}

describe('the glossary as it ships', () => {
	it('explains the forty words of the facts and those of the reviews', () => {
		expect(OF_THE_FACTS).toHaveLength(40);
		expect(Object.keys(shipped().terms).sort()).toEqual([...OF_THE_FACTS, ...OF_THE_REVIEWS].sort());
	});

	it.each(['icss', 'peacekeeping', 'deployment'])('explains every word that %s names', (id) => {
		expect(findUnexplainedTerms(read(`${id}/questionnaire.json`), shipped())).toEqual([]);
	});
});

describe('a glossary', () => {
	const word = { term: 'Gate', also: ['gates'], meaning: 'A condition.', verified: false };

	it('is refused when one form stands for two words', () => {
		const terms = { gate: word, door: { ...word, term: 'Door', also: ['GATE'] } };
		expect(parseGlossary({ language: 'en', terms })).toMatchObject({
			ok: false,
			problems: [{ path: 'terms.door', message: expect.stringContaining('"gate"') }]
		});
	});

	it('of another language must explain the same words as English', () => {
		const english = { language: 'en', terms: { gate: word } };
		expect(parseGlossary({ language: 'fr', terms: { door: word } }, english)).toMatchObject({
			ok: false,
			problems: [{ path: 'terms.gate' }, { path: 'terms.door' }]
		});
		expect(parseGlossary({ language: 'fr', terms: { gate: word } }, english)).toMatchObject({ ok: true });
	});

	it('lacks what a question names', () => {
		const questionnaire = { standards: [{ indicators: [{ terms: ['gate', 'door'] }, {}] }] };
		expect(
			findUnexplainedTerms(questionnaire as never, { language: 'en', terms: { gate: word } })
		).toMatchObject([{ path: 'standards.0.indicators.0.terms.1' }]);
	});
});
