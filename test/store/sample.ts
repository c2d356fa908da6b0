/** Facts of invented messages of Thornby Parish Council. */
import type { MessageFacts, Receipt } from "../../src/facts/facts.ts";
import type { Location } from "../../src/facts/message.ts";
import type { Finding } from "../../src/rules/rule.ts";
import type { Batch, CopyRead } from "../../src/store/messages.ts";

export const CLERK = "clerk@thornby.example";
export const NOW = new Date("2026-03-02T10:20:00.000Z");

const NO_PRINTS = { words: 0, whole: "", runs: [] };

export function placeOf(uid: number, mailbox = CLERK, folder = "Sent"): Location {
	return { mailbox, folder, uidValidity: "7", uid };
}

export function factsFor(name: string, change: Partial<MessageFacts> = {}): MessageFacts {
	return {
		identity: `m_${name}`,
		messageId: `<${name}@thornby.example>`,
		date: "2026-03-02T10:15:00Z",
		subject: `Allotment fence ${name}`,
		from: [{ address: CLERK, name: "Ada Fenwick" }],
		to: [{ address: "j.oakes@thornby.example", name: "Cllr Joan Oakes" }],
		cc: [],
		inReplyTo: [],
		references: [],
		resends: [],
		receipts: [],
		at: [],
		own: false,
		automatic: false,
		copyStatements: [],
		markings: [],
		reasons: [],
		authored: NO_PRINTS,
		contained: [],
		attachments: [],
		letters: [],
		partlyRead: [],
		...change,
	} as MessageFacts;
}

/** A copy of the message at the place. */
export function copyAt(at: Location, name: string, change: Partial<MessageFacts> = {}): CopyRead {
	return { at, facts: factsFor(name, { at: [at], ...change }) };
}

export function bcc(address: string): Receipt {
	return { address, way: "bcc", grade: "certain", where: "Bcc" };
}

export function batchOf(...copies: readonly CopyRead[]): Batch {
	return { copies, unreadable: [], passedOver: [], leftOut: [] };
}

/** Related are messages that name the same Message-ID. */
export function keysOf(facts: MessageFacts): readonly string[] {
	return [facts.messageId, ...facts.references];
}

export function findingOn(name: string, id: string, change: Partial<Finding> = {}): Finding {
	return {
		id,
		rule: "silent-copy",
		severity: "breach",
		clause: { protocol: "camborne", reference: "Correspondence, 1" },
		message: {
			messageId: `<${name}@thornby.example>`,
			mailbox: CLERK,
			folder: "Sent",
			date: "2026-03-02T10:15:00Z",
			subject: "Allotment fence",
			from: CLERK,
		},
		people: [{ as: "copied", name: "Rhys Tarn", address: "r.tarn@thornby.example" }],
		summary: "A councillor received a copy that the message does not show.",
		evidence: [{ kind: "header", where: "Bcc", quote: "Bcc: r.tarn@thornby.example" }],
		certainty: "certain",
		...change,
	};
}
