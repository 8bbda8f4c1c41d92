import { readCodes, type Font } from './font.ts';
import { nameOf, readOperations, type Operand, type Operation } from './operations.ts';

/** What the names in a content stream stand for. */
export interface Resources {
	font(name: string): Font | undefined;
	/** The MCID of a property list that lies in the resources. */
	mcid(properties: string): number | undefined;
	/** Whether it draws a content stream of its own. */
	isForm(name: string): boolean;
}

/** What the content stream of a page draws, and what is wrong with it. */
export interface PageContent {
	/** Why it cannot be read; nothing else is known then. */
	problem?: string;
	isEmpty: boolean;
	/** The marked content of each MCID: how often it begins, and the text it shows. */
	marked: Map<number, { times: number; text: string }>;
	/** Operators that paint outside of tagged content and of artifacts. */
	untagged: string[];
	/** Artifacts within tagged content, and tagged content within artifacts. */
	mixed: string[];
	/** Operators that open or close what is not closed or open. */
	unbalanced: string[];
}

const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const PAINT = new Set([...SHOW, 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);
/** All operators of PDF 1.7, annex A, without those of inline images and of Type 3 glyphs. */
const OPERATORS = new Set([
	...PAINT,
	...'BDC BMC BT BX c cm CS cs d DP EMC ET EX G g gs h i j J K k l M m MP n q Q re RG rg ri'.split(' '),
	...'SC sc SCN scn T* Tc TD Td Tf TL Tm Tr Ts Tw Tz v w W W* y'.split(' ')
]);

/** An open BMC or BDC. */
interface Mark {
	isArtifact: boolean;
	mcid: number | undefined;
	/** Number of the text object it began in, 0 outside of any. */
	textObject: number;
}

export function readPageContent(bytes: Uint8Array, resources: Resources): PageContent {
	try {
		return follow(readOperations(bytes), resources);
	} catch (error) {
		return { ...emptyContent(), problem: error instanceof Error ? error.message : String(error) };
	}
}

function emptyContent(): PageContent {
	return { isEmpty: true, marked: new Map(), untagged: [], mixed: [], unbalanced: [] };
}

function follow(operations: readonly Operation[], resources: Resources): PageContent {
	const content = emptyContent();
	const marks: Mark[] = [];
	const saved: (Font | undefined)[] = [];
	let font: Font | undefined;
	let textObject = 0;
	let textObjects = 0;

	function begin(operator: string, [tag, properties]: readonly Operand[]): void {
		const isArtifact = nameOf(tag) === 'Artifact';
		const mcid = operator === 'BDC' ? mcidOf(properties, resources) : undefined;
		if (isArtifact && marks.some((mark) => mark.mcid !== undefined))
			content.mixed.push(
				`An artifact begins within MCID ${marks.findLast((mark) => mark.mcid !== undefined)?.mcid}.`
			);
		if (mcid !== undefined && (isArtifact || marks.some((mark) => mark.isArtifact)))
			content.mixed.push(`MCID ${mcid} begins within an artifact.`);
		if (mcid !== undefined) {
			const known = content.marked.get(mcid);
			content.marked.set(mcid, { times: (known?.times ?? 0) + 1, text: known?.text ?? '' });
		}
		const actual = properties instanceof Map ? properties.get('ActualText') : undefined;
		marks.push({ isArtifact, mcid, textObject });
		if (actual instanceof Uint8Array) addText(Buffer.from(actual).toString('latin1'));
	}

	function addText(text: string): void {
		const mcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
		const piece = mcid === undefined ? undefined : content.marked.get(mcid);
		if (piece !== undefined) piece.text += text;
	}

	function show(operator: string, operands: readonly Operand[]): void {
		if (textObject === 0) content.unbalanced.push(`${operator} stands outside of BT and ET.`);
		if (font === undefined) throw new Error('shows text before it names a font');
		for (const shown of operands.flat().filter((operand) => operand instanceof Uint8Array)) {
			for (const code of readCodes(font, shown)) {
				font.used.add(code);
				// a code without a text is another rule's matter: it counts as text here
				addText(font.texts === undefined ? '\uFFFD' : (font.texts.get(code) ?? '\uFFFD'));
			}
		}
	}

	for (const { operator, operands } of operations) {
		const name = nameOf(operands[0]) ?? '';
		// a number that went wrong, such as NaN or 1e-7, is read as an operator
		if (!OPERATORS.has(operator)) throw new Error(`has ${operator}, which is no operator`);
		if (operator === 'BMC' || operator === 'BDC') begin(operator, operands);
		else if (operator === 'EMC') {
			const mark = marks.pop();
			if (mark === undefined) content.unbalanced.push('EMC closes nothing.');
			else if (mark.textObject !== textObject)
				content.unbalanced.push('Marked content begins and ends in different text objects.');
		} else if (operator === 'BT') {
			if (textObject !== 0) content.unbalanced.push('BT stands within BT and ET.');
			textObject = ++textObjects;
		} else if (operator === 'ET') {
			if (textObject === 0) content.unbalanced.push('ET closes nothing.');
			textObject = 0;
		} else if (operator === 'q' || operator === 'Q') {
			if (textObject !== 0) content.unbalanced.push(`${operator} stands within BT and ET.`);
			if (operator === 'q') saved.push(font);
			else if (saved.length === 0) content.unbalanced.push('Q closes nothing.');
			else font = saved.pop();
		} else if (operator === 'Tf') {
			font = resources.font(name);
			if (font === undefined) throw new Error(`uses a font ${name} that its resources do not have`);
		} else if (operator === 'Do' && resources.isForm(name)) {
			throw new Error(`draws ${name}, a content stream of its own`);
		} else if (SHOW.has(operator)) show(operator, operands);

		if (PAINT.has(operator)) {
			content.isEmpty = false;
			if (!marks.some((mark) => mark.isArtifact || mark.mcid !== undefined)) content.untagged.push(operator);
		}
	}
	if (textObject !== 0) content.unbalanced.push('A BT is never closed.');
	for (const mark of marks)
		content.unbalanced.push(
			`A mark${mark.mcid === undefined ? '' : ` of MCID ${mark.mcid}`} is never closed.`
		);
	if (saved.length > 0) content.unbalanced.push(`${saved.length} q are never closed.`);
	return content;
}

function mcidOf(properties: Operand | undefined, resources: Resources): number | undefined {
	const name = nameOf(properties);
	if (name !== undefined) return resources.mcid(name);
	const mcid = properties instanceof Map ? properties.get('MCID') : undefined;
	return typeof mcid === 'number' ? mcid : undefined;
}
