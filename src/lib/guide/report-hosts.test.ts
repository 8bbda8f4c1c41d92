import { describe, expect, it } from 'vitest';
import { hostOf, isReportAddress, REPORT_HOSTS } from '#lib/guide/report-hosts.ts';

describe('the list of hosts', () => {
	it('is exactly this one: a new host is a decision', () => {
		expect(REPORT_HOSTS).toEqual([
			'colombia.unmissions.org',
			'conduct.unmissions.org',
			'home.crin.org',
			'monusco.unmissions.org',
			'oios.un.org',
			'peacekeepingresourcehub.un.org',
			'psea.interagencystandingcommittee.org',
			'redress.org',
			'safeguardingsupporthub.org',
			'unmik.unmissions.org',
			'www.childhelplineinternational.org',
			'www.keepingchildrensafe.global',
			'www.un.org'
		]);
	});

	it.each(REPORT_HOSTS)('lets %s through, with and without a path', (host) => {
		expect(isReportAddress(`https://${host}`)).toBe(true);
		expect(isReportAddress(`https://${host}/en/report-misconduct`)).toBe(true);
		expect(hostOf(`https://${host}/en/`)).toBe(host);
	});

	it.each([
		['a copy of the UN site that was seen', 'https://nyaellisricketts.com/report'],
		['another copy', 'https://elaygc.com'],
		['another copy', 'https://dd-floors.com/preventing-sexual-exploitation-and-abuse'],
		['another copy', 'https://cinxe.com'],
		['no encryption', 'http://conduct.unmissions.org/report-misconduct'],
		['the host as a name before another one', 'https://conduct.unmissions.org.example.com'],
		['the host as the end of another one', 'https://notredress.org'],
		['the host before an @', 'https://oios.un.org@example.com/'],
		['the host before a port', 'https://oios.un.org:8443/'],
		['the host in the path', 'https://example.com/https://oios.un.org'],
		['a backslash', 'https://oios.un.org\\@example.com'],
		['a backslash in the path', 'https://oios.un.org/\\example.com'],
		['a query on the host', 'https://oios.un.org?example.com'],
		['capitals that look like other letters', 'https://OIOS.un.org'],
		['a letter of another alphabet', 'https://оios.un.org'],
		['another subdomain', 'https://report.un.org'],
		['a space', 'https://oios.un.org/ example'],
		['a script', 'javascript:alert(1)']
	])('stops %s', (_what, address) => {
		expect(isReportAddress(address)).toBe(false);
	});
});
