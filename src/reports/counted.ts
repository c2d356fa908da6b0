/** Numbers in sentences: "1 message", "1,204 messages". */

export function grouped(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}

export function counted(count: number, one: string, many = `${one}s`): string {
	return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly string[]): string {
	return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
