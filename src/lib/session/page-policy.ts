/** One rule of the policy of a page: its name, and what it allows. */
export interface PolicyRule {
	name: string;
	value: string;
}

/**
 * The content security policy that the open page carries, rule by rule; empty where it carries none. Rules that a host
 * adds in a header cannot be seen from the page.
 */
export function readPagePolicy(): PolicyRule[] {
	const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy"]');
	return Array.from(metas)
		.flatMap(({ content }) => content.split(';'))
		.map((rule) => rule.trim())
		.filter((rule) => rule !== '')
		.map((rule) => {
			const [name = '', ...values] = rule.split(/\s+/);
			return { name, value: values.join(' ') };
		});
}
