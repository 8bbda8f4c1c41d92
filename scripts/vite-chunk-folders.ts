// What only some people want lies in folders of its own, so that the service worker can leave it out of what every
// device keeps (CHOSEN in src/service-worker/index.ts): fonts for other scripts, texts in other languages.
import type { Plugin } from 'vite';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../src/lib/i18n/languages.ts';

const OTHERS = LANGUAGES.map(({ code }) => code).filter((code) => code !== DEFAULT_LANGUAGE.code);

/** Names chunks that hold nothing but a font, or nothing but texts of one language. */
export function chunkFolders(): Plugin {
	return {
		name: 'chunk-folders',
		outputOptions(options) {
			const named = options.chunkFileNames;
			options.chunkFileNames = (chunk) => {
				const folder = folderOf(chunk.moduleIds, OTHERS);
				if (folder !== undefined) return `_app/immutable/${folder}/[hash].js`;
				return typeof named === 'function' ? named(chunk) : (named ?? '[name]-[hash].js');
			};
			return options;
		}
	};
}

/**
 * The folder of a chunk below `_app/immutable`.
 * @param moduleIds what the chunk is made from
 * @param languages codes of all languages but the default one
 * @returns such as `data/latin` or `language/fr`; undefined for code, which lies with all other code
 */
export function folderOf(moduleIds: readonly string[], languages: readonly string[]): string | undefined {
	const [font, script = 'latin'] =
		/\/noto-sans(?:-([a-z-]+))?\/files\/[^/]+gz64$/.exec(moduleIds[0]?.replaceAll('\\', '/') ?? '') ?? [];
	// signs stand between the words of every script
	if (font !== undefined) return `data/${script === 'math' ? 'latin' : script}`;
	const language = languages.find((code) =>
		moduleIds.every((id) => new RegExp(`[\\\\/.]${code}(\\.\\w+)?\\.json(\\?\\w+)?$`).test(id))
	);
	return moduleIds.length > 0 && language !== undefined ? `language/${language}` : undefined;
}
