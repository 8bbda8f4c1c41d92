// Installs what is missing, then runs the named npm scripts one after the other:
//   node scripts/go.mjs build serve
// What follows `--` goes to the last of them. Plain Node without packages: it runs on a fresh clone.
import { installWhatIsMissing, runNpm } from './install.mjs';

const [given, rest] = split(process.argv.slice(2));
installWhatIsMissing();
for (const [index, script] of given.entries()) {
	const code = runNpm(['run', '--silent', script, ...(index === given.length - 1 ? rest : [])]);
	if (code !== 0) process.exit(code);
}

/** @param {string[]} args */
function split(args) {
	// `npm start -- --port 80` arrives without the two dashes: the first option begins the rest
	const at = args.findIndex((each) => each.startsWith('-'));
	return at < 0 ? [args, []] : [args.slice(0, at), ['--', ...args.slice(at)]];
}
