/** Copies of one message, merged: its receipts and places are the union, in an order that doesn't depend on arrival. */

import type { MessageFacts, Receipt, ResendFacts } from "./facts.ts";
import type { Location } from "./message.ts";

/** Both must have the same identity. The result is the same whichever came first, and when one comes twice. */
export function mergeCopies(a: MessageFacts, b: MessageFacts): MessageFacts {
	const [first, second] = fingerprintOf(a) <= fingerprintOf(b) ? [a, b] : [b, a];
	const exchange = first.exchange ?? second.exchange;
	return {
		...first,
		// Only a copy that shows the hidden councillor is known to be part of an exchange with him.
		...(exchange === undefined ? {} : { exchange }),
		// Letters are read only where a copy shows an outsider: the other copy may not.
		letters: first.letters.length > 0 ? first.letters : second.letters,
		at: union([...a.at, ...b.at], placeKey),
		receipts: union([...a.receipts, ...b.receipts], receiptKey),
		resends: union([...a.resends, ...b.resends], resendKey),
		partlyRead: [...new Set([...first.partlyRead, ...second.partlyRead])].sort(),
	};
}

/** Copies differ in little beside receipts and places; whatever else differs is settled by this order. */
function fingerprintOf(facts: MessageFacts): string {
	return JSON.stringify({ ...facts, exchange: undefined, at: [], receipts: [], resends: [], partlyRead: [] });
}

function union<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
	const found = new Map<string, Item>();
	for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
	return [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

function placeKey(at: Location): string {
	return [at.mailbox, at.folder, at.uidValidity ?? "", at.uid ?? "", at.file ?? ""].join("\n");
}

function receiptKey(receipt: Receipt): string {
	return [
		receipt.address,
		receipt.way,
		receipt.grade,
		receipt.where,
		receipt.expandedFrom ?? "",
		receipt.forwardedFrom ?? "",
	].join("\n");
}

function resendKey(resend: ResendFacts): string {
	return JSON.stringify([resend.date ?? "", resend.by, resend.to, resend.bcc]);
}
