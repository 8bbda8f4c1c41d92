import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { binaryModules } from './scripts/vite-binary.ts';
import { chunkFolders } from './scripts/vite-chunk-folders.ts';
import { extracts } from './scripts/vite-extracts.ts';
import { harfbuzzFromBytes } from './scripts/vite-harfbuzz.ts';
import { modulesOfToday } from './scripts/vite-modules.ts';
import { openings } from './scripts/vite-opening.ts';
import { LANGUAGES } from './src/lib/i18n/languages.ts';

/**
 * The words of a language that is alone lie with the code and the structure that every page needs. A second language
 * gives each its own files, so that nobody loads words they do not read; that costs two requests.
 */
const IS_ALONE = LANGUAGES.length === 1;

/**
 * What the first question needs, and almost every page too: in one file of code and one of styles. On a slow line each
 * request more costs as much as twenty kilobytes, and files that lie together are packed better. A name that is missing
 * here costs requests, nothing else; `npm run check:build` guards the sums.
 */
const FIRST_PATH = new RegExp(
	[
		'node_modules/(svelte|@sveltejs|esm-env|clsx|idb-keyval|devalue)/',
		'vite/preload-helper',
		'rolldown/runtime',
		'src/app\\.css',
		...(IS_ALONE ? ['src/lib/i18n/messages/en\\.json'] : []),
		'src/lib/i18n/(?!\\w+-words)[^/]*\\.ts',
		'src/lib/storage/(device|indexed-db|memory|record|remember|rows)\\.',
		'src/lib/assessment/(answer|answer-content|calendar-date|chapters|late-change|personal-data|migrate|place|reading|scope|start)\\.',
		'src/lib/questionnaire/(basis|conditions|deadlines|indicators-of|own-value|question-asked)\\.',
		'src/lib/session/(autosave|clock|device|early-answers|find-kept|glossary|load-texts|origins|preferences|questionnaires|session|when-idle)\\.',
		'src/lib/ui/(AboutQuestion|BasisSign|Dock|EvidenceFields|FreeText|KeysHelp|LeaveButton|LevelChoice|Mark|Masthead|Notice)\\.',
		'src/lib/ui/(PageFoot|QuestionSupport|SaveStatus|UndoNotice|WeightSign|WordsExplained|early-input|level-mark|single-key)\\.',
		'src/routes/(addresses|answer-keys|save-view|fragment)\\.',
		'src/routes/.*/(\\+layout|assess/\\+page)\\.svelte\\?svelte&type=style',
		'src/lib/ui/(KeysDialog|WordsPanel)\\.svelte\\?svelte&type=style'
	].join('|')
);

/** What the first question of a questionnaire needs, that would be two requests. */
const OPENING = IS_ALONE
	? /questionnaires\/([\w-]+)\/(questionnaire|en)\.json\?opening/
	: /questionnaires\/([\w-]+)\/questionnaire\.json\?opening/;

/** Versions, titles and content hashes: each is a word or two. */
const VERSIONS = /\.json\?(version|title|hash)$/;

const posix = (id: string): string => id.replaceAll('\\', '/');

export default defineConfig({
	plugins: [
		binaryModules(),
		harfbuzzFromBytes(),
		modulesOfToday(),
		chunkFolders(),
		openings(),
		extracts(),
		sveltekit()
	],
	resolve: {
		// helpers of jsPDF that are never used here and would become chunks of their own
		alias: ['canvg', 'html2canvas', 'dompurify', 'fast-png'].map((find) => ({
			find,
			replacement: new URL('src/lib/export/empty.ts', import.meta.url).pathname
		}))
	},
	build: {
		target: ['chrome80', 'firefox78', 'safari14'],
		// lists of scripts to fetch with each late one would be longer than what they save: a late script names its own
		modulePreload: { resolveDependencies: (_file, needed) => needed.filter((each) => each.endsWith('.css')) },
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{ name: 'first', test: (id) => FIRST_PATH.test(posix(id)) },
						{
							name: (id) => `opening-${OPENING.exec(posix(id))?.[1]}`,
							test: (id) => OPENING.test(posix(id))
						},
						{ name: 'versions', test: (id) => VERSIONS.test(posix(id)) }
					]
				}
			}
		}
	},
	// the questionnaires lie outside src, which is all that Kit lets the development server read
	server: { fs: { allow: ['questionnaires'] } }
});
