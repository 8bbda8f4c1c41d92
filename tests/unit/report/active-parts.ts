import { readFileSync } from 'node:fs';
import { STANDARD_ROLES } from '../../../scripts/pdf-check/structure-tree.ts';
import { isName, namesIn, readPdfObjects, typeOf } from './pdf-objects.ts';

/** Names that carry what a reader could run, fill in, play or unpack (ISO 32000-1, 12.5 to 12.7 and 7.11). */
const ACTIVE_NAMES = new Set([
	...['AA', 'JavaScript', 'JS', 'Launch', 'ImportData', 'SubmitForm', 'ResetForm', 'GoToR', 'GoToE', 'Named'],
	...['AcroForm', 'XFA', 'Widget', 'Screen', 'Rendition', 'RichMedia', 'Movie', 'Sound', '3D', 'Collection'],
	...['EmbeddedFile', 'EmbeddedFiles', 'EF', 'AF', 'Filespec', 'FileAttachment'],
	// what is encrypted could not be seen here
	'Encrypt'
]);
/** Every action says what it does under `S`. These open a page of the file, or a link. */
const HARMLESS_ACTIONS = ['GoTo', 'URI'];

/** The addresses that a questionnaire may name, and a paper may lead to. */
export const SOURCES: readonly string[] =
	readFileSync('questionnaires/sources.json', 'utf8').match(/https:\/\/[^\s"]+/g) ?? [];

/**
 * What in a PDF would do more than show its pages and lead to a source; empty for an inert file.
 * @throws Error where the file is not well-formed
 */
export function findActiveParts(bytes: Uint8Array): string[] {
	return [...readPdfObjects(Buffer.from(bytes).toString('latin1'))].flatMap(([number, object]) =>
		[...namesIn(object)]
			.filter(({ name, value, dictionary }) => {
				if (name === 'S' && isName(value))
					// in an element of the structure it is the role
					return typeOf(dictionary) === 'StructElem'
						? !STANDARD_ROLES.has(value.name)
						: !HARMLESS_ACTIONS.includes(value.name);
				if (name === 'URI' && typeof value === 'string') return !SOURCES.includes(value);
				return ACTIVE_NAMES.has(name);
			})
			.map(({ name, value }) => `object ${number}: ${name} ${typeof value === 'string' ? value : ''}`.trim())
	);
}
