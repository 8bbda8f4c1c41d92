import { afterEach, expect, it, vi } from 'vitest';
import { whyNoPaper } from '#lib/session/no-paper.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
	'Failed to fetch dynamically imported module: https://example.org/_app/immutable/data/arabic/a.js',
	'error loading dynamically imported module: https://example.org/_app/immutable/chunks/b.js',
	'Importing a module script failed.'
])('knows by the words of a browser that a part did not arrive: %s', (words) => {
	expect(whyNoPaper(new TypeError(words))).toBe('notLoaded');
});

it('knows that WebAssembly did not start', () => {
	expect(whyNoPaper(new WebAssembly.CompileError('refused by the policy'))).toBe('refused');
	expect(whyNoPaper(new WebAssembly.RuntimeError('Aborted'))).toBe('refused');
});

it('knows that this browser runs none, or lacks what it needs beside it', () => {
	vi.stubGlobal('FinalizationRegistry', undefined);
	expect(whyNoPaper(new ReferenceError('not defined'))).toBe('refused');
	vi.unstubAllGlobals();
	vi.stubGlobal('WebAssembly', undefined);
	expect(whyNoPaper(new ReferenceError('not defined'))).toBe('refused');
	vi.stubGlobal('WebAssembly', {
		Module: function () {
			throw new Error('The policy of this page refuses it.');
		}
	});
	expect(whyNoPaper(new Error('no matter what'))).toBe('refused');
});

it('says of anything else that it failed', () => {
	expect(whyNoPaper(new TypeError('x is not a function'))).toBe('failed');
	expect(whyNoPaper(undefined)).toBe('failed');
});
