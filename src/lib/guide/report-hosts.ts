/**
 * The only hosts to which the page "Get help" may lead. Look-alikes of UN sites stand on other domains, so the list
 * stands here and not beside the addresses: who adds a host changes the program, and somebody reads the change.
 */
export const REPORT_HOSTS: readonly string[] = [
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
];

/**
 * The host of an address.
 * @returns undefined unless the address is https with a plain host: no port, no name before an @, no capitals
 */
export function hostOf(address: string): string | undefined {
	return /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\/[^\s\\]*)?$/.exec(address)?.[1];
}

/** Whether an address leads to one of the hosts on the list. */
export function isReportAddress(address: string): boolean {
	const host = hostOf(address);
	return host !== undefined && REPORT_HOSTS.includes(host);
}
