/** RULEBOOK `confidential-unexplained`: an officer marked a message to a councillor, and nothing says why. */
import { z } from "zod";
import { ancestors, ownMarkings } from "../facts/confidence.ts";
import { allRecipients, peopleBehind, sentByOfficer } from "../facts/recipients.ts";
import { evidenceOf, unseenOf } from "./confidential-items.ts";
import { everyRule } from "./exceptions.ts";
import { longDate } from "./naming.ts";
import type { Rule } from "./rule.ts";

const settings = z.strictObject({ ...everyRule });

const UNREAD = "Part of the message could not be read; the reason may stand there.";

export const confidentialUnexplained: Rule<z.infer<typeof settings>> = {
	meta: {
		id: "confidential-unexplained",
		title: "Confidential without a reason",
		about: "An officer's message to a councillor is marked confidential, and nothing in it says why.",
		severity: "advisory",
		clauses: { camborne: "Correspondence, 4", "leigh-on-sea": "6, third paragraph" },
		reads: ["permissions", "reasons"],
		settings,
		falsePositives: [
			"The reason is evident to everybody concerned, and nobody needed to write it down.",
			"The reason stands in an attachment that can't be read.",
			"The mail program sets the marking by itself.",
		],
	},
	judge(message, { roster, related }) {
		if (!sentByOfficer(message, roster)) return [];
		const marking = ownMarkings(message, { requestsBind: false }).find(({ inherited }) => !inherited);
		if (marking === undefined || message.reasons.length > 0) return [];
		const councillors = allRecipients(message, roster)
			.flatMap(({ party }) => peopleBehind(party))
			.filter((person) => person.role === "councillor");
		if (councillors.length === 0) return [];
		if (message.contained.some(({ reasons }) => reasons.length > 0)) return [];
		if (ancestors(message, related).some(({ reasons }) => reasons.length > 0)) return [];
		const unread = message.partlyRead.length > 0 ? UNREAD : "";
		const unseen = unseenOf(marking, unread);
		return [
			{
				people: [{ as: "officer", name: senderName(message.from[0]), address: message.from[0]?.address ?? "" }],
				summary: `The message of ${longDate(message.date)} is marked confidential, and nothing in it says why.`,
				evidence: [
					evidenceOf(marking),
					{ kind: "absence", where: "text", quote: "No reason in the text, the attachments or the thread." },
				],
				certainty: "likely",
				...(unseen === "" ? {} : { unseen }),
				remedy: "I marked my message confidential because it … Please keep … to yourself until …",
			},
		];
	},
};

function senderName(from: { readonly name: string; readonly address: string } | undefined): string {
	return from?.name || from?.address || "";
}
