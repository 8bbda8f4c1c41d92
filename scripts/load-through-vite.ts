import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { binaryModules } from './vite-binary.ts';
import { harfbuzzFromBytes } from './vite-harfbuzz.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Lends a module that only Vite can load: what makes papers imports fonts, words and questionnaires as the site does.
 * @param path from the root, such as `/scripts/report-maker.ts`
 */
export async function loadThroughVite<Module>(
	path: string,
	use: (module: Module) => Promise<void>
): Promise<void> {
	const vite = await createServer({
		root: ROOT,
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		plugins: [binaryModules(), harfbuzzFromBytes()],
		// the settings of the site lean on a folder that Kit makes
		tsconfig: 'tsconfig.core.json',
		// nothing is served: no port is opened and no file watched
		server: { middlewareMode: true, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true }
	});
	try {
		await use((await vite.ssrLoadModule(path)) as Module);
	} finally {
		await vite.close();
	}
}
