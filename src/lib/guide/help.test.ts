import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHelp, parseHelpText, type Help } from '#lib/guide/help.ts';
import { hostOf, REPORT_HOSTS } from '#lib/guide/report-hosts.ts';

const read = (name: string) => JSON.parse(readFileSync(`questionnaires/${name}`, 'utf8'));

/** The shipped channels, checked. */
function shipped(): Help {
	const result = parseHelp(read('help.json'));
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
}

describe('the page "Get help" as it ships', () => {
	it('is correct', () => {
		expect(parseHelpText(read('help.en.json'), shipped())).toMatchObject({ ok: true });
	});

	it('leads to hosts on the list only, and to each of them', () => {
		const hosts = shipped().groups.flatMap(({ channels }) => channels.map(({ url }) => hostOf(url)));
		expect([...new Set(hosts)].sort()).toEqual(REPORT_HOSTS);
	});

	it('says first what to do now, and that nothing is sent or received', () => {
		const { firstLine, notAChannel } = read('help.en.json');
		expect(firstLine).toMatch(/^If a child is in danger now, /);
		expect(notAChannel).toMatch(/sends nothing and receives nothing/);
	});

	it('names a day of checking only once somebody has checked', () => {
		expect(shipped().checkedOn).toBeNull();
	});
});

describe('the channels', () => {
	it('are refused with an address that is not on the list', () => {
		const help = read('help.json');
		help.groups[0].channels[0].url = 'https://www.un.org.example.com/report';
		expect(parseHelp(help)).toMatchObject({
			ok: false,
			problems: [
				{ path: 'groups.0.channels.0.url', message: expect.stringContaining('not on the list of hosts') }
			]
		});
	});

	it('are refused when two have the same id', () => {
		const help = read('help.json');
		help.groups[0].channels[0].id = help.groups[1].channels[0].id;
		expect(parseHelp(help)).toMatchObject({ ok: false });
	});
});

describe('the texts', () => {
	const change = (edit: (text: ReturnType<typeof read>) => void) => {
		const text = read('help.en.json');
		edit(text);
		return parseHelpText(text, shipped());
	};

	it.each([
		'Call +1 212 963 1111.',
		'Call 00 41 22 917 12 34.',
		'Call (212) 963-1111.',
		'Call 116111.',
		'Call + 33 for help.'
	])('hold no telephone number: %s', (words) => {
		expect(change((text) => (text.channels.oios.note = words))).toMatchObject({
			ok: false,
			problems: [{ path: 'channels.oios.note', message: expect.stringContaining('telephone number') }]
		});
	});

	it('may hold a year', () => {
		expect(change((text) => (text.channels.oios.note = 'The office began in 1994.'))).toMatchObject({
			ok: true
		});
	});

	it('are compared with the channels both ways', () => {
		expect(
			change((text) => {
				text.channels.other = text.channels.oios;
				delete text.channels.oios;
				delete text.groups.report;
			})
		).toMatchObject({
			ok: false,
			problems: [{ path: 'groups.report' }, { path: 'channels.oios' }, { path: 'channels.other' }]
		});
	});
});
