import { onMount } from 'svelte';
import { afterNavigate } from '$app/navigation';

/**
 * The part of the address behind `#`, which names a place in the questionnaire. Empty until the page is alive, since
 * a prerendered page knows no fragment. Called while a page is being set up.
 */
export function followFragment(): { readonly value: string } {
	let value = $state('');
	const read = (): void => {
		value = location.hash.slice(1);
	};
	afterNavigate(read);
	onMount(() => {
		read();
		window.addEventListener('hashchange', read);
		return () => window.removeEventListener('hashchange', read);
	});
	return {
		get value() {
			return value;
		}
	};
}
