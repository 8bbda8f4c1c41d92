import type { QuestionnaireFile } from '#lib/questionnaire/questionnaire-file.ts';
import { exampleAssessment } from './unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire, exampleText } from './unit/example-questionnaire.ts';

// Files that break careless programs. Each must be refused with sentences that name the place and the remedy.

/** A file by what is wrong with it, and words of the sentence that says so. */
interface HostileFile {
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
	says: RegExp;
}

const encoder = new TextEncoder();
const file = (name: string, content: string | readonly number[], says: RegExp): HostileFile => ({
	name,
	bytes: typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content),
	says
});

const honest = exampleAssessment({ 'example.a.1': 'in-place' });
/** An honest assessment with some fields in place of its own. */
const assessment = (change: object): string => JSON.stringify({ ...honest, ...change });
/** An honest assessment with one more field, as JSON. */
const withField = (json: string): string => JSON.stringify(honest).replace('{', `{${json},`);
const many = <Value>(count: number, make: (index: number) => Value): Value[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** A group with so many names, each of which stands for the same. */
const grouped = (count: number, value: unknown): Record<string, unknown> =>
	Object.fromEntries(many(count, (index) => [`example.a.${index}`, value]));
const planned = (change: object): string => assessment({ plan: { ...honest.plan, ...change } });
const addedAction = (index: number): object => ({
	id: `added-${index}`,
	priority: 'now',
	text: 'Translate the policy.',
	responsibleRole: 'Communications lead',
	dueDate: '',
	status: 'to-do',
	resources: '',
	proof: '',
	note: ''
});

const utf16 = (text: string, isLittle: boolean): number[] =>
	[...`\ufeff${text}`].flatMap((sign) => {
		const [high, low] = [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255];
		return isLittle ? [low, high] : [high, low];
	});

/** A sound questionnaire with so many indicators, as it is packed in one file. */
export function packedQuestionnaire(
	count = 2,
	change: Partial<QuestionnaireFile> = {}
): QuestionnaireFile & { format: string; formatVersion: number } {
	const questionnaire = exampleQuestionnaire({
		a: many(count, (index) => exampleIndicator(`example.a.${index}`))
	});
	const { director: _unused, ...roles } = exampleText(questionnaire).roles;
	return {
		format: 'child-safeguarding-questionnaire',
		formatVersion: 1,
		language: 'en',
		questionnaire,
		text: { ...exampleText(questionnaire), roles },
		sources: [],
		...change
	};
}

const packed = packedQuestionnaire();
/** A publication as a questionnaire from a file brings it. */
export const source = (url: string) => ({
	id: 'paper',
	title: 'A paper',
	publisher: 'A publisher',
	edition: null,
	url,
	kind: 'guidance',
	verified: 'not-verified',
	note: ''
});
const own = (change: object): string =>
	assessment({
		ownQuestionnaire: {
			openedAt: '2026-03-01T09:00:00.000Z',
			language: 'en',
			questionnaire: packed.questionnaire,
			text: packed.text,
			...change
		}
	});
const { questionnaire, text } = packedQuestionnaire(1001);
const tooLarge = { questionnaire, text };
const envelope = (change: object, kdf: object = {}): string =>
	JSON.stringify({
		format: 'child-safeguarding-encrypted',
		formatVersion: 1,
		kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: 600_000, salt: 'AAAAAAAAAAAAAAAAAAAAAA==', ...kdf },
		cipher: { name: 'AES-GCM', length: 256, iv: 'AAAAAAAAAAAAAAAA' },
		data: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=',
		...change
	});

export const HOSTILE_FILES: readonly HostileFile[] = [
	// no text, or no JSON
	file('nothing', '', /empty/),
	file('blanks', ' \n\t ', /empty/),
	file(
		'zeros',
		many(100, () => 0),
		/JSON|line/i
	),
	file(
		'any bytes',
		many(1000, (index) => (index * 97) % 256),
		/UTF-8/
	),
	file('an archive', [0x50, 0x4b, 3, 4, 0x14, 0, 0x80, 0xff], /UTF-8/),
	file('UTF-16, low byte first', utf16(assessment({}), true), /UTF-8/),
	file('UTF-16, high byte first', utf16(assessment({}), false), /UTF-8/),
	file('half a character', [0x7b, 0x22, 0xc3, 0x22, 0x7d], /UTF-8/),
	file('words', 'hello', /Line 1, character 1/),
	file('a page', '<!doctype html><script>alert(1)</script>', /web page/),
	file('a drawing', '  <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', /drawing/),
	file('a PDF', '%PDF-1.4\n1 0 obj << /S /JavaScript >>', /PDF/),
	file('cut off', assessment({}).slice(0, -20), /ends too early|character/),
	file('a comment', `// note\n${assessment({})}`, /Line 1, character 1/),
	file('a comma too many', withField('"x": [1, ]'), /Line 1, character/),
	file('two of them', assessment({}) + assessment({}), /has ended/),
	// too deep, too many
	file('a million nested lists', '['.repeat(1e6) + ']'.repeat(1e6), /more than 20 times/),
	file('a million nested groups', '{"a":'.repeat(8e5) + '0' + '}'.repeat(8e5), /more than 20 times/),
	file('brackets without end', '['.repeat(4_999_999), /more than 20 times/),
	file(
		'nesting in a field of its own',
		withField(`"x":${'['.repeat(500)}${']'.repeat(500)}`),
		/more than 20 times/
	),
	file('millions of numbers', withField(`"x":[${'0,'.repeat(2_400_000)}0]`), /more than 150000 values/),
	file('a label of 4.9 MB', assessment({ label: 'x'.repeat(4_900_000) }), /at most 120/),
	file('a format of 4.9 MB', assessment({ format: 'x'.repeat(4_900_000) }), /not an assessment/),
	file('149,000 dated copies', assessment({ snapshots: many(149_000, () => 0) }), /at most 20/),
	file(
		'70,000 wrong answers',
		assessment({ answers: Object.fromEntries(many(70_000, (at) => [`a${at}`, 0])) }),
		/./
	),
	file('70,000 answers', assessment({ answers: grouped(70_000, 0) }), /more than 2000 answers/),
	file(
		'2,001 changed actions',
		planned({ edits: grouped(2001, { status: 'done' }) }),
		/more than 2000 changed actions/
	),
	file('140,000 added actions', planned({ added: many(140_000, () => 0) }), /at most 500/),
	file('501 added actions', planned({ added: many(501, addedAction) }), /at most 500/),
	file('5,001 drafted actions', planned({ drafted: many(5001, String) }), /at most 5000/),
	file('5,001 actions in an order', planned({ order: many(5001, String) }), /at most 5000/),
	file('5,001 questions brought back', assessment({ broughtBack: many(5001, String) }), /at most 5000/),
	file(
		'5,001 lines of evidence',
		assessment({ answers: { 'example.a.1': { evidence: { ticked: many(5001, String), text: '' } } } }),
		/at most 5000/
	),
	file(
		'10,000 empty actions in dated copies',
		assessment({
			snapshots: many(20, (at) => ({
				id: `s${at}`,
				assessment: { ...honest, plan: { ...honest.plan, added: many(500, () => ({})) } }
			}))
		}),
		/is missing|built in a way/
	),
	file(
		'60,000 empty groups',
		assessment({ x: many(60_000, () => ({})) }),
		/more than 50000 groups and lists/
	),
	file(
		'21 dated copies',
		assessment({ snapshots: many(21, (at) => ({ id: `s${at}` })) }),
		/at most 20|is missing/
	),
	file('an address for a questionnaire', assessment({ questionnaire: { id: '/x', version: '1.0.0' } }), /id/),
	// names and numbers that mislead
	file('__proto__', withField('"__proto__":{"isAdmin":true}'), /"__proto__" is not allowed/),
	file(
		'__proto__ as an answer',
		withField('"answers":{"__proto__":{"level":"in-place"}}').replace(/,"answers":\{"example[^}]*\}\}/, ''),
		/"__proto__" is not allowed/
	),
	file(
		'constructor',
		assessment({ season: { constructor: { prototype: { x: 1 } } } }),
		/"constructor" is not allowed/
	),
	file('prototype', assessment({ prototype: 1 }), /"prototype" is not allowed/),
	file(
		'a name of a megabyte that leads to a bad one',
		assessment({ ['x'.repeat(1e6)]: { constructor: 1 } }),
		/"constructor" is not allowed/
	),
	file('1e999', withField('"x":1e999'), /too large/),
	file('-1e999 in a list', withField('"x":[-1e999]'), /too large/),
	// no assessment
	file('null', 'null', /not an assessment/),
	file('a number', '7', /not an assessment/),
	file('a text', '"child-safeguarding-assessment"', /not an assessment/),
	file('a list', '[]', /not an assessment/),
	file('another thing', '{"hello":"world"}', /not an assessment/),
	// not sound
	file('a newer version', assessment({ formatVersion: 99 }), /newer version/),
	file('a version as text', assessment({ formatVersion: '2' }), /not possible|is needed/),
	file('a broken version', assessment({ formatVersion: 1.5 }), /not possible|is needed/),
	file('answers as a list', assessment({ answers: [] }), /a list/),
	file('a label that is no text', assessment({ label: { toString: 'x' } }), /a group/),
	file('a day that does not exist', assessment({ assessedOn: '2026-02-30' }), /does not exist/),
	file('an id that is too long', assessment({ id: 'x'.repeat(81) }), /at most 80/),
	// a questionnaire inside
	file(
		'answers to another questionnaire',
		own({ questionnaire: { ...packed.questionnaire, id: 'other' } }),
		/other/
	),
	file('1,001 indicators inside', own(tooLarge), /at most 1000/),
	file('a link that is a script', own({ sources: [source('javascript:alert(1)')] }), /https/),
	file('a link without encryption', own({ sources: [source('http://example.org/')] }), /https/),
	// questionnaires
	file('a structure alone', JSON.stringify(packed.questionnaire), /only the structure/),
	file('a newer questionnaire', JSON.stringify({ ...packed, formatVersion: 2 }), /newer version/),
	file(
		'a questionnaire with a name twice',
		JSON.stringify(packed).replace('"language":"en"', '"language":"en","language":"en"'),
		/stands on line 1 and again/
	),
	file(
		'a questionnaire of 1.1 MB',
		JSON.stringify({ ...packed, language: 'x'.repeat(1_100_000) }),
		/larger than 1 MB/
	),
	file('1,001 indicators', JSON.stringify(packedQuestionnaire(1001)), /at most 1000/),
	file(
		'48,000 empty indicators',
		JSON.stringify({
			...packed,
			questionnaire: {
				...packed.questionnaire,
				standards: many(200, (at) => ({ id: `s${at}`, indicators: many(240, () => ({})) }))
			}
		}),
		/at most 1000/
	),
	file(
		'40,000 empty texts',
		JSON.stringify({ ...packed, text: { ...packed.text, indicators: grouped(40_000, {}) } }),
		/more than 5000 indicators/
	),
	file('45,000 sources', JSON.stringify({ ...packed, sources: many(45_000, () => ({})) }), /at most 1000/),
	file('45,000 unknown names', JSON.stringify({ ...packed, ...grouped(45_000, 0) }), /is not known/),
	file(
		'a scale that is not there',
		JSON.stringify({ ...packed, questionnaire: { ...packed.questionnaire, scales: {} } }),
		/no scale/
	),
	file(
		'a script in the list of sources',
		JSON.stringify({ ...packed, sources: [source('data:text/html,x')] }),
		/https/
	),
	file('texts in another language', JSON.stringify({ ...packed, language: 'fr' }), /same language/),
	file('a field that no questionnaire has', JSON.stringify({ ...packed, onload: 'alert(1)' }), /not known/),
	// encrypted
	file('an empty envelope', '{"format":"child-safeguarding-encrypted","formatVersion":1}', /needed/),
	file('a newer envelope', envelope({ formatVersion: 2 }), /newer version/),
	file('a key made in one step', envelope({}, { iterations: 1 }), /600000/),
	file('a key that takes a year', envelope({}, { iterations: 1e12 }), /10000000/),
	file('another cipher', envelope({ cipher: { name: 'NONE' } }), /AES-GCM/)
];

/** The largest that is still an assessment: as many answers and actions as there may be, and dated copies of many. */
export const GIANT_FILES: readonly Omit<HostileFile, 'says'>[] = [
	{
		name: '2,000 answers with long notes, 500 added actions',
		bytes: encoder.encode(
			assessment({
				id: '0000000000000000000000a1',
				questionnaire: { id: 'icss', version: '0.1.0' },
				answers: grouped(2000, { level: 'in-place', note: 'x'.repeat(2000) }),
				plan: { ...honest.plan, added: many(500, addedAction) }
			})
		)
	},
	{
		name: '20 dated copies of 2,000 answers',
		bytes: encoder.encode(
			assessment({
				id: '0000000000000000000000a2',
				questionnaire: { id: 'icss', version: '0.1.0' },
				snapshots: many(20, (at) => ({
					id: `s${at}`,
					takenAt: '2026-03-01T09:00:00.000Z',
					reason: 'other',
					note: '',
					assessment: { ...honest, answers: grouped(2000, { level: 'in-place' }) }
				}))
			})
		)
	}
];
