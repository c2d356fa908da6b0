/** Message numbers as IMAP writes sets of them. */

/** Servers limit the length of a command line; Exchange to about 10,000 characters. */
const SET_MAX_CHARACTERS = 4_000;

/** "1:4,7" of 1, 2, 3, 4, 7. `uids` ascend. */
export function uidSet(uids: readonly number[]): string {
	const parts: string[] = [];
	for (let at = 0; at < uids.length; ) {
		let end = at;
		while (end + 1 < uids.length && uids[end + 1] === (uids[end] ?? 0) + 1) end += 1;
		parts.push(end === at ? `${uids[at]}` : `${uids[at]}:${uids[end]}`);
		at = end + 1;
	}
	return parts.join(",");
}

/** The longest head of `uids`, at most `count` of them, whose set still fits in a command. */
export function headThatFits(uids: readonly number[], count: number): readonly number[] {
	let head = uids.slice(0, count);
	while (head.length > 1 && uidSet(head).length > SET_MAX_CHARACTERS) head = head.slice(0, Math.ceil(head.length / 2));
	return head;
}
