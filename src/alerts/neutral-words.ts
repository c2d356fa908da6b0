/** What alerts and digests call a finding: what happened to the mail, never what somebody did. */

const WORDS: Readonly<Record<string, string>> = {
	"silent-copy": "A copy that was not declared",
	"missing-copy-footer": "A copy line is missing",
	"councillor-obligation": "A letter that may commit the council",
	"councillor-official-letter": "A letter in the council's name",
	"confidential-leak": "A marked item left the council",
	"confidential-unexplained": "A marking without a reason",
	"staff-instruction": "A request to staff that did not come by way of the Clerk",
	"protective-marking": "A marked item went to an address outside the council",
	"enquiry-overdue": "An enquiry is waiting for its reply",
	"group-briefing": "A briefing that went to one group",
};

export function neutralWords(rule: string): string {
	return WORDS[rule] ?? "A message for a person to look at";
}
