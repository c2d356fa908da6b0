/** What a message says of reports and advice for political groups, in the words of its sender. */
import type { Roster } from "../people/roster.ts";
import { givesBriefing } from "../text/briefings/briefing.ts";
import { refusesBriefing, wantsBriefing } from "../text/briefings/briefing-on-request.ts";
import { asksForGroup, tellsOfBriefing } from "../text/briefings/briefing-told.ts";
import { addressedTogether, forGroup } from "../text/briefings/group-words.ts";
import type { Segments } from "../text/segments/segment-types.ts";
import type { BriefingFacts } from "./facts.ts";
import type { Message } from "./message.ts";

/**
 * Undefined where there are no groups, where no councillor is among the visible recipients (mail to hidden recipients
 * alone apart), and where no words speak of such things. The same for all copies of a message.
 */
export function briefingFacts(message: Message, segments: Segments, roster: Roster): BriefingFacts | undefined {
	const at = message.date;
	if (roster.groups(at).size < 2) return undefined;
	const from = roster.party(message.from[0]?.address ?? "", at).kind;
	const { subject } = message;
	const { authored } = segments;
	if (from === "councillor") {
		const asks = asksForGroup(subject, authored, roster, at);
		const wants = wantsBriefing(authored, roster, at);
		if (asks === undefined && wants === undefined) return undefined;
		return { tells: [], ...(asks === undefined ? {} : { asks }), ...(wants === undefined ? {} : { wants }) };
	}
	if (from !== "officer" || !mayReachCouncillors(message, roster)) return undefined;
	const documents = message.attachments.filter((file) => file.message === undefined && file.inline !== true);
	const gives = givesBriefing({ subject, authored, documents });
	const group = forGroup(subject, authored, roster, at);
	const tells = tellsOfBriefing(subject, authored, roster, at);
	const together = addressedTogether(authored, subject);
	const below = segments.contained[0];
	const wasAsked = below !== undefined && asksForGroup(below.subject ?? "", below.authored, roster, at) !== undefined;
	const refuses = refusesBriefing(authored);
	if (gives === undefined && tells.length === 0 && refuses === undefined) return undefined;
	return {
		...(gives ? { gives } : {}),
		...(group ? { forGroup: group } : {}),
		...(together ? { together } : {}),
		...(wasAsked ? { wasAsked } : {}),
		...(refuses === undefined ? {} : { refuses }),
		tells,
	};
}

function mayReachCouncillors(message: Message, roster: Roster): boolean {
	const parties = [...message.to, ...message.cc].map(({ address }) => roster.party(address, message.date));
	const outside = parties.some(({ kind }) => kind === "third-party" || kind === "authorised");
	return !outside || parties.some(({ kind }) => kind === "councillor" || kind === "list");
}
