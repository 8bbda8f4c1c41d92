// What breaks lines in the PDF is written in the older form of modules. The bundler would put the helpers for it where
// all pages share code, so that each first visit would carry them: as modules of today's form they need none.
import type { Plugin } from 'vite';
import { editsOf, type Edit } from './package-edits.ts';

const EDITS: readonly Edit[] = [
	{ file: 'tiny-inflate/index.js', from: 'module.exports =', to: 'export default' },
	{
		file: 'unicode-trie/swap.js',
		from: 'module.exports = {\n  swap32LE: swap32LE\n}',
		to: 'export { swap32LE }'
	},
	{
		file: 'unicode-trie/index.js',
		from: "const inflate = require('tiny-inflate');",
		to: "import inflate from 'tiny-inflate';"
	},
	{
		file: 'unicode-trie/index.js',
		from: "const { swap32LE } = require('./swap');",
		to: "import { swap32LE } from './swap';"
	},
	{ file: 'unicode-trie/index.js', from: 'module.exports =', to: 'export default' },
	{
		file: 'base64-js/lib/b64.js',
		from: ';(function (exports) {',
		to: 'const base64 = {};\n(function (exports) {'
	},
	{
		file: 'base64-js/lib/b64.js',
		from: "}(typeof exports === 'undefined' ? (this.base64js = {}) : exports))",
		to: '}(base64))\nexport default base64;'
	}
];

/** Gives packages of the older form the one of today. */
export function modulesOfToday(): Plugin {
	return { name: 'modules-of-today', apply: 'build', ...editsOf(EDITS) };
}
