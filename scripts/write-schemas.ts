// npx tsx scripts/write-schemas.ts: writes static/schema/ anew after a schema of the program has changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeJsonSchemas } from './json-schemas.ts';

const FOLDER = 'static/schema';
mkdirSync(FOLDER, { recursive: true });
for (const [name, content] of Object.entries(makeJsonSchemas())) writeFileSync(join(FOLDER, name), content);
