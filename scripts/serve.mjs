// Serves the built site on this machine:
//   node scripts/serve.mjs [folder] [--port 4173] [--strict-port] [--base /sub/path]
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createStaticServer, listenOnLoopback } from './static-server.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		port: { type: 'string', default: '4173' },
		'strict-port': { type: 'boolean', default: false },
		base: { type: 'string', default: '' }
	}
});
const folder = positionals[0] ?? 'build';
if (!existsSync(folder)) {
	console.error(`There is no folder ${folder}. Run "npm run build" first.`);
	process.exit(1);
}
const base = values.base.replace(/\/$/, '');
const server = createStaticServer(folder, base);
const port = await listenOnLoopback(server, Number(values.port), values['strict-port'] ? 1 : 50);
console.log(`Child-safeguarding self-assessment: http://127.0.0.1:${port}${base}/`);
console.log('Press Ctrl+C to stop.');

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
