/**
 * Texts that break careless programs: markup, templates, PDF and formula syntax, paths, names of built-in objects,
 * control and direction characters, lone halves, what cannot be seen and what never ends. All of them together are
 * shorter than the longest text that a field takes.
 */
export const HOSTILE_STRINGS: readonly string[] = [
	// markup and scripts
	'<script>document.title="taken"</script>',
	'<img src=x onerror=alert(1)>',
	'"><svg onload=alert(1)>',
	"';alert(1)//",
	'<iframe srcdoc="<p>hello">',
	'<style>*{display:none}</style>',
	'<!-- a comment -->',
	'<a href="javascript:alert(1)">click</a>',
	'&lt;b&gt; &amp;amp; &#60;',
	'</textarea></title></style></script><b>out</b>',
	'<svg><animate onbegin=alert(1) attributeName=x>',
	'<math><mtext></table><img src=x onerror=alert(1)>',
	'javascript:alert(document.domain)',
	'data:text/html,<script>alert(1)</script>',
	'<input autofocus onfocus=alert(1)>',
	']]><![CDATA[<b>in</b>',
	// templates and patterns
	'{{7*7}} ${7*7} {action} {count}',
	'<%= 7*7 %> #{7*7} @{7*7} [[7*7]]',
	'{page} of {pages} {title} {date}',
	'%s %d %n %00 %0d%0a',
	'$& $1 $$ $`',
	// PDF
	'%PDF-1.4 endobj stream',
	'(unbalanced ( parentheses \\',
	'\\u0041\\x41\\n',
	'BT /F1 12 Tf (x) Tj ET',
	') Tj ET Q endstream endobj',
	'1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj',
	'<< /Type /Annot /Subtype /Link /A << /S /URI /URI (http://example.org) >> >>',
	'trailer << /Root 1 0 R >> startxref 0 %%EOF',
	'<FEFF0041> /Launch /EmbeddedFile #4a#53 \\101 \\)',
	// formulas
	'=HYPERLINK("https://example.org")',
	'+1+1 @SUM(A1)',
	"=cmd|' /C calc'!A0",
	"@SUM(1+1)*cmd|' /C calc'!A0",
	'-1+1',
	'\t=1+1',
	'＝1+1 ＋1 －1 ＠SUM(A1)',
	'x;=1+1;"=1+1"',
	'"=1+1',
	'\u200b=1+1',
	// paths, queries, names and numbers that programs know
	'../../etc/passwd',
	"Robert'); DROP TABLE answers;--",
	'__proto__',
	'constructor',
	'null',
	'undefined',
	'NaN',
	'-0',
	'1e999',
	// characters
	'é ã ş ñ ŵ ẹ Ng’ombe Wanjikũ',
	'“quotes” ‘single’ – dash — … €',
	'x\u200by\u00adz',
	'abc\u202edef\u202c \u2066isolated\u2069 \u200e\u200f\u061c',
	'a\u0000b\u0007c\u001b[31m',
	'a\ud83db\ude00c',
	'line\u2028line\u2029paragraph\u0085end',
	'👩‍👧 🇰🇪 good 👍',
	'ﷺ سلام שלום 儿童 Z\u0351\u036b\u0343a\u0334l\u0335g\u0336o\u0337',
	'a'.repeat(500),
	'W'.repeat(1000)
];

/** The same as they come out of a field: a lone half of a character does not get into a browser driven from outside. */
export const TYPED_STRINGS: readonly string[] = HOSTILE_STRINGS.map((text) =>
	text.replaceAll(/\p{Cs}/gu, '\ufffd')
);
