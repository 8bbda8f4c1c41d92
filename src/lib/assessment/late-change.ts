/**
 * A change that was stored late, after somebody else stored one too: what a person saw when they made it decides. Where
 * the kept value is another than the seen one it is newer, and stays. In groups each value is looked at for itself; a
 * list stands as the change made it, because it was made out of the kept one.
 * @param kept what was kept when the change arrived
 * @param changed what the change made of it
 * @param seen what the page showed before the change
 */
export function keepNewer<Value>(kept: Value, changed: Value, seen: unknown): Value {
	if (kept === changed || kept === undefined || kept === seen) return changed;
	if (!isGroup(kept) || !isGroup(changed)) return Array.isArray(changed) ? changed : kept;
	const before = isGroup(seen) ? seen : {};
	return Object.fromEntries(
		Object.entries(changed).map(([name, value]) => [name, keepNewer(kept[name], value, before[name])])
	) as Value;
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
