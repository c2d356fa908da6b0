/** Who writes to whom, by the headers of mail alone: each address with its names, its counts and its days. */
import type { Address } from "../../facts/message.ts";
import type { HeaderView } from "../../mail/header-view.ts";

export interface SeenAddress {
	readonly address: string;
	/** Display names as they were written, with how often; "" is not among them. */
	readonly names: ReadonlyMap<string, number>;
	/** Messages in which it stands. */
	readonly count: number;
	/** Of these, messages that it sent. */
	readonly sent: number;
	/** ISO 8601, of the first and the last message with a readable date. */
	readonly first?: string;
	readonly last?: string;
}

export interface SeenPeople {
	add(headers: HeaderView): void;
	readonly addresses: readonly SeenAddress[];
	/** Different messages, each counted once however many copies there are. */
	readonly messages: number;
}

interface Entry {
	names: Map<string, number>;
	count: number;
	sent: number;
	first?: string;
	last?: string;
}

export function createSeenPeople(): SeenPeople {
	const entries = new Map<string, Entry>();
	const messageIds = new Set<string>();
	let messages = 0;

	const note = ({ address, name }: Address, date: string | undefined): Entry => {
		const entry: Entry = entries.get(address) ?? { names: new Map(), count: 0, sent: 0 };
		entries.set(address, entry);
		entry.count += 1;
		// Many programs write the address where they know no name.
		if (name !== "" && !name.includes("@")) entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
		if (date !== undefined) {
			if (entry.first === undefined || date < entry.first) entry.first = date;
			if (entry.last === undefined || date > entry.last) entry.last = date;
		}
		return entry;
	};

	return {
		add: (headers) => {
			const { messageId, date } = headers;
			if (messageId !== undefined && messageIds.has(messageId)) return;
			if (messageId !== undefined) messageIds.add(messageId);
			messages += 1;
			const senders = new Set(headers.from.map(({ address }) => address));
			const everybody = new Map<string, Address>();
			for (const one of [
				...headers.from,
				...headers.to,
				...headers.cc,
				...headers.bcc,
				...headers.resends.flatMap((resend) => [...resend.to, ...resend.cc, ...resend.bcc]),
			]) {
				if (!everybody.has(one.address)) everybody.set(one.address, one);
			}
			for (const one of everybody.values()) {
				const entry = note(one, date);
				if (senders.has(one.address)) entry.sent += 1;
			}
		},
		get addresses() {
			return [...entries].map(([address, entry]) => ({ address, ...entry }));
		},
		get messages() {
			return messages;
		},
	};
}
