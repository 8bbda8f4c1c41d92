// Opens an encrypted file with Node 20 and nothing else: node scripts/decrypt.mjs file.safeguarding.json > clear.json
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
let problem = 'Name an encrypted file that the site saved. This is none, or was changed: try another copy.';
const isWithin = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
try {
	const sealed = JSON.parse(readFileSync(process.argv[2], 'utf8'));
	const kdf = { hash: 'SHA-256', iterations: sealed.kdf.iterations, name: 'PBKDF2', salt: sealed.kdf.salt };
	const cipher = { iv: sealed.cipher.iv, length: 256, name: 'AES-GCM' };
	const header = { cipher, format: 'child-safeguarding-encrypted', formatVersion: 1, kdf };
	const [salt, iv, data] = [kdf.salt, cipher.iv, sealed.data].map((text) => Buffer.from(text, 'base64'));
	const isSane = isWithin(kdf.iterations, 600_000, 10_000_000) && isWithin(data.length, 17, 30_000_016);
	const isOurs = isDeepStrictEqual(sealed, { ...header, data: sealed.data });
	if (!isSane || !isOurs || salt.length !== 16 || iv.length !== 12) throw sealed;
	console.error('Passphrase (nothing shows while you type), then Enter:');
	const lines = createInterface({ input: process.stdin, terminal: process.stdin.isTTY });
	const { value: phrase = '' } = await lines[Symbol.asyncIterator]().next();
	lines.close();
	problem = 'The passphrase is another one, or the file was changed. Try again, then try another copy.';
	const key = pbkdf2Sync(phrase.normalize('NFKC'), salt, kdf.iterations, 32, 'sha256');
	const opening = createDecipheriv('aes-256-gcm', key, iv);
	opening.setAAD(Buffer.from(JSON.stringify(header))).setAuthTag(data.subarray(-16));
	const clear = Buffer.concat([opening.update(data.subarray(0, -16)), opening.final()]);
	console.log(JSON.stringify(JSON.parse(clear), null, '\t'));
} catch {
	console.error(problem);
	process.exitCode = 1;
}
