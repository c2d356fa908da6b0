/** The little of a message that an audit counts while it reads, so that its facts need not be taken apart for it. */
import type { MessageFacts } from "../facts/facts.ts";
import type { Roster } from "../people/roster.ts";

export interface Gist extends Pick<MessageFacts, "identity" | "messageId" | "date" | "partlyRead"> {
	/** Addresses on the council's domains that the roster does not know, as often as they stand on the message. */
	readonly rosterGaps: readonly string[];
}

export function gistOf(facts: MessageFacts, roster: Roster): Gist {
	const { identity, messageId, date, partlyRead } = facts;
	const rosterGaps = [...facts.from, ...facts.to, ...facts.cc]
		.map(({ address }) => address)
		.filter((address) => roster.party(address, date).kind === "unknown-council");
	return { identity, messageId, date, partlyRead, rosterGaps };
}
