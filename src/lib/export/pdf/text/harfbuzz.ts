import { start } from 'harfbuzzjs';
import { once } from '#lib/export/once.ts';
import { unpack } from '#lib/export/unpack.ts';

/**
 * Starts HarfBuzz, which shapes all text of the paper. Its code is WebAssembly, which a browser or a page's policy may
 * refuse.
 * @throws when it is refused or cannot be loaded
 */
export const startShaping = once(async () => {
	const { default: packed } = await import('harfbuzzjs/dist/harfbuzz.wasm?gz64');
	await start(await unpack(packed));
});
