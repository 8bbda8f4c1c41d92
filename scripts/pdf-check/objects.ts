import {
	PDFArray,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFNumber,
	PDFRawStream,
	PDFStream,
	PDFString,
	decodePDFRawStream,
	type PDFObject
} from '@cantoo/pdf-lib';

// What PDF objects hold, as plain values. References are followed; an entry of another kind than asked for is
// undefined, so that a rule says what is missing instead of failing.

/** The entry of a dictionary. */
export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
	return dict?.lookup(PDFName.of(key));
}

/** The object as a dictionary; of a stream, the dictionary it begins with. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
	if (object instanceof PDFStream) return object.dict;
	return object instanceof PDFDict ? object : undefined;
}

export function asList(object: PDFObject | undefined): (PDFObject | undefined)[] | undefined {
	if (!(object instanceof PDFArray)) return undefined;
	return Array.from({ length: object.size() }, (_, i) => object.lookup(i));
}

export function asName(object: PDFObject | undefined): string | undefined {
	return object instanceof PDFName ? object.decodeText() : undefined;
}

export function asNumber(object: PDFObject | undefined): number | undefined {
	return object instanceof PDFNumber ? object.asNumber() : undefined;
}

export function asText(object: PDFObject | undefined): string | undefined {
	return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** The numbers of a list such as a rectangle; undefined when it holds anything else. */
export function asNumbers(object: PDFObject | undefined): number[] | undefined {
	const numbers = asList(object)?.map(asNumber);
	return numbers?.every((number) => number !== undefined) ? numbers : undefined;
}

/** The dictionary that lies below some keys. */
export function dictAt(dict: PDFDict | undefined, ...keys: string[]): PDFDict | undefined {
	return keys.reduce((found, key) => asDict(entry(found, key)), dict);
}

export function nameAt(dict: PDFDict | undefined, key: string): string | undefined {
	return asName(entry(dict, key));
}

export function numberAt(dict: PDFDict | undefined, key: string): number | undefined {
	return asNumber(entry(dict, key));
}

export function textAt(dict: PDFDict | undefined, key: string): string | undefined {
	return asText(entry(dict, key));
}

export function listAt(dict: PDFDict | undefined, key: string): (PDFObject | undefined)[] {
	return asList(entry(dict, key)) ?? [];
}

/** The unpacked bytes of a stream. Throws when its filters are unknown or its data are damaged. */
export function streamBytes(object: PDFObject | undefined): Uint8Array | undefined {
	return object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : undefined;
}

/** All keys and values of a name tree (`Names`) or a number tree (`Nums`). */
export function treeEntries(
	node: PDFDict | undefined,
	leaves: 'Names' | 'Nums',
	seen = new Set<PDFDict>()
): Map<string | number, PDFObject | undefined> {
	const found = new Map<string | number, PDFObject | undefined>();
	if (node === undefined || seen.has(node)) return found;
	seen.add(node);
	const list = listAt(node, leaves);
	for (let i = 0; i + 1 < list.length; i += 2) {
		const key = asText(list[i]) ?? asNumber(list[i]);
		if (key !== undefined) found.set(key, list[i + 1]);
	}
	for (const kid of listAt(node, 'Kids'))
		for (const [key, value] of treeEntries(asDict(kid), leaves, seen)) found.set(key, value);
	return found;
}
