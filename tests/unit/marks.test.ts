import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('draws each mark that components may name, and no other', () => {
	const drawn = [...readFileSync('src/app.html', 'utf8').matchAll(/<symbol\s+id="mark-([a-z0-9-]+)"/g)].map(
		([, name]) => name
	);
	const named = [...readFileSync('src/lib/ui/marks.ts', 'utf8').matchAll(/\| '([a-z0-9-]+)'/g)].map(
		([, name]) => name
	);
	expect(named.length).toBeGreaterThan(20);
	expect(drawn.sort()).toEqual(named.sort());
});
