/** How long councillors waited for replies to their enquiries, for both editions. Pure. */
import { counted } from "../counted.ts";
import { type Block, heading, paragraph } from "../document.ts";
import type { Edition } from "../editions.ts";
import type { Spread } from "../response-times.ts";
import { countShown } from "./count-shown.ts";

const UNSEEN = "Replies by telephone or in person, and those in mailboxes that are not connected, do not show in mail.";

/** Enquiries by what became of them, and the working days to a reply and to an answer. */
export function responseBlocks({ responses }: Edition): readonly Block[] {
	return [
		heading(2, "Response times"),
		enquiryTable(responses),
		paragraph(spreadWords("first reply of any kind", responses.firstReply)),
		paragraph(spreadWords("answer", responses.answer)),
		paragraph(UNSEEN, "secondary"),
	];
}

function enquiryTable(responses: Edition["responses"]): Block {
	return {
		kind: "table",
		caption: "Councillors’ enquiries to officers",
		columns: [
			{ title: "Enquiries", share: 4 },
			{ title: "Number", numeric: true },
		],
		rows: [
			["Answered", countShown(responses.answered)],
			["Withdrawn, or settled by word of mouth", countShown(responses.withdrawn)],
			["No answer seen", countShown(responses.awaiting)],
			["All", countShown(responses.enquiries)],
		],
		total: true,
	};
}

function spreadWords(what: string, spread: Pick<Spread, "median" | "ninetyFifth"> | undefined): string {
	if (spread === undefined) return `Time to the ${what}: not given, because there were too few.`;
	const days = (count: number) => (count === 0 ? "the day of receipt" : counted(count, "working day"));
	return `Time to the ${what}: half within ${days(spread.median)}, nineteen out of twenty within ${days(spread.ninetyFifth)}.`;
}
