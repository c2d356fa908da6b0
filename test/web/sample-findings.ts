/** Findings of Thornby for the pages. */
import type { Finding } from "../../src/rules/rule.ts";
import { DOMAIN } from "../thornby.ts";

/** Sam Tickle wrote to Alan Pell, and Ruth Voss got a hidden copy. The id is `f_<name>`; `on` changes the message. */
export function silentCopy(
	name: string,
	change: Partial<Finding> & { readonly on?: Partial<Finding["message"]> } = {},
): Finding {
	const { on, ...rest } = change;
	return {
		id: `f_${name}`,
		rule: "silent-copy",
		severity: "breach",
		clause: { protocol: "camborne", reference: "Correspondence, 1" },
		message: {
			messageId: `<${name}@${DOMAIN}>`,
			mailbox: `clerk@${DOMAIN}`,
			folder: "Sent",
			date: "2026-03-02T10:15:00Z",
			subject: `Allotment gate ${name}`,
			from: `works@${DOMAIN}`,
			...on,
		},
		people: [
			{ as: "copied", name: "Ruth Voss", address: `r.voss@${DOMAIN}` },
			{ as: "uninformed", name: "Alan Pell", address: `a.pell@${DOMAIN}` },
		],
		summary: `Sam Tickle wrote to Cllr Alan Pell, and Cllr Ruth Voss received it (${name}).`,
		evidence: [
			{ kind: "header", where: "Bcc", quote: `Bcc: r.voss@${DOMAIN}` },
			{ kind: "text", where: "text", quote: "the note about the gate" },
		],
		certainty: "certain",
		unseen: "Copies of which no source keeps a trace.",
		remedy: "Dear Cllr Pell,\nI sent a copy to Cllr Voss.",
		...rest,
	};
}

/** The same, sent by the Clerk: only conflict reviewers see it. */
export function byTheClerk(name: string): Finding {
	return silentCopy(name, { on: { from: `clerk@${DOMAIN}` }, summary: `Jo Marsh wrote to Cllr Alan Pell (${name}).` });
}
