/**
 * The value a record itself holds under a key, never one it inherits: a key such as `constructor`
 * comes from files people open, and must find nothing.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
