/** The same value, in which nothing can be changed any more. */
export function deepFreeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
	return value;
}
