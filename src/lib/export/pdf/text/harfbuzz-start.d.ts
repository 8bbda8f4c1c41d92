import 'harfbuzzjs';

declare module 'harfbuzzjs' {
	/** Starts the shaper with its code: see `scripts/vite-harfbuzz.ts`. */
	export function start(wasm: Uint8Array): Promise<void>;
}
