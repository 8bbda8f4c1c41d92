// Some packages are not made for a site that may fetch nothing and loads little. What has to be different in them is
// named word by word; a package that has changed stops the build.
import type { Plugin } from 'vite';

/** Words of one file of a package, and what stands there instead. */
export interface Edit {
	/** The end of the file's path. */
	file: string;
	from: string;
	to: string;
}

/** Puts edits into files as they are read. */
export function editsOf(edits: readonly Edit[]): Pick<Plugin, 'enforce' | 'transform'> {
	return {
		enforce: 'pre',
		transform(code, id) {
			// a development server puts a question mark and a version behind the name
			const path = id.replace(/\?.*$/, '').replaceAll('\\', '/');
			const own = edits.filter(({ file }) => path.endsWith(`/node_modules/${file}`));
			if (own.length === 0) return null;
			const edited = own.reduce((text, { file, from, to }) => {
				if (!text.includes(from)) this.error(`${file} has changed: ${from} is not there`);
				return text.replace(from, () => to);
			}, code);
			return { code: edited, map: null };
		}
	};
}
