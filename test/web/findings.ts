/** Findings of Thornby Parish Council for the pages' tests. */
import type { Finding } from "../../src/rules/rule.ts";
import { DOMAIN } from "../thornby.ts";

/** The deputy copied Cllr Voss in secret; `change` says what is otherwise. */
export function finding(
	id: string,
	change: Partial<Finding> & { readonly from?: string; readonly date?: string } = {},
) {
	const { from = `deputy@${DOMAIN}`, date = "2026-03-02T10:15:00.000Z", ...rest } = change;
	const made: Finding = {
		id,
		rule: "silent-copy",
		severity: "breach",
		clause: { protocol: "camborne", reference: "Correspondence, 1" },
		message: {
			messageId: `<${id}@${DOMAIN}>`,
			mailbox: from,
			folder: "Sent",
			date,
			subject: "Allotment gate",
			from,
		},
		people: [
			{ as: "copied", name: "Ruth Voss", address: `r.voss@${DOMAIN}` },
			{ as: "uninformed", name: "Alan Pell", address: `a.pell@${DOMAIN}` },
		],
		summary: "Cllr Ruth Voss received a copy that Cllr Alan Pell could not see.",
		evidence: [{ kind: "header", where: "Bcc", quote: `Bcc: r.voss@${DOMAIN}` }],
		certainty: "certain",
		...rest,
	};
	return made;
}
