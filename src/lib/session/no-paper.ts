/**
 * Why a PDF was not made: this browser, or a policy of the host, does not let run what shapes its letters; a part of it
 * did not arrive; or something else.
 */
export type NoPaper = 'refused' | 'notLoaded' | 'failed';

/** The shortest WebAssembly that there is. */
const EMPTY = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** In the words of Chromium, Firefox and Safari: a module did not arrive. */
const NOT_LOADED =
	/^(Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed)/;

/** Why a PDF was not made. @param cause what was thrown */
export function whyNoPaper(cause: unknown): NoPaper {
	if (!canShape()) return 'refused';
	const { CompileError, LinkError, RuntimeError } = WebAssembly;
	if ([CompileError, LinkError, RuntimeError].some((kind) => cause instanceof kind)) return 'refused';
	return cause instanceof TypeError && NOT_LOADED.test(cause.message) ? 'notLoaded' : 'failed';
}

/** Whether this browser runs WebAssembly here, and has what HarfBuzz needs beside it. */
function canShape(): boolean {
	try {
		new WebAssembly.Module(Uint8Array.from(EMPTY));
		return typeof FinalizationRegistry === 'function';
	} catch {
		return false;
	}
}
