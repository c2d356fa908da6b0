/** council.yaml out of the answers, with a comment wherever a council will want to change something. */
import { stringify } from "yaml";
import type { Answers, MailboxAnswer } from "./answers.ts";

type Needed = "council" | "domains" | "protocol" | "people";
/** Answers with everything that council.yaml needs. */
export type FullAnswers = Omit<Answers, Needed> & { readonly [Key in Needed]: NonNullable<Answers[Key]> };

const EXCLUSIONS: readonly (readonly [object, string])[] = [
	[{ address: "monitoring.officer@county.example" }, "Monitoring Officer: code of conduct cases"],
	[{ domain: "solicitors.example" }, "Legal adviser: legal professional privilege"],
	[{ domain: "union.example" }, "Trade union: members' mail with their union is their own"],
	[{ address: "speakup@county.example" }, "Whistle-blowing: the law protects who reports wrongdoing"],
	[{ domain: "occupational-health.example" }, "Occupational health: medical matters of staff"],
	[{ folder: "Casework" }, "Ward casework: residents write to their councillor in his own right"],
];

export function composeCouncil(answers: FullAnswers): string {
	const {
		council,
		domains,
		protocol,
		nation,
		people,
		mailbox,
		alertsTo,
		digestTo,
		smtp,
		reviewers,
		exclusions = [],
	} = answers;
	return [
		`# Candour: the configuration of ${council.replace(/\s+/gu, " ")}, begun by candour init.
# Check it after each change with:  candour config check --connect
# Passwords don't belong in here: give a passwordFile, or write "\${NAME}" and set NAME in Candour's environment.

council:
${below({ name: council, domains: [domains].flat(), timezone: "Europe/London", protocol })}

# Everybody who is or was a councillor or an officer in the time to be audited, with all addresses, the official one
# first. Keep people who leave, with their last day (to: 2026-05-10). candour roster suggest finds who is missing.
people:
${people.map((person) => `  - ${flow(person)}`).join("\n")}

# Addresses that reach several people.
# lists:
#   - { address: councillors@${firstDomain(domains)}, members: all-councillors }
#   - { address: planning@${firstDomain(domains)}, members: "committee:Planning" }

# Outsiders who may receive confidential mail of the council.
# authorisedRecipients:
#   - { name: Monitoring Officer, email: monitoring.officer@county.example }

# Mail that is never read, only counted. Agree the list with your data protection officer BEFORE the first audit, put in
# your own addresses and take the # away. Mail with "Sensitivity: Personal" is always left out.
${exclusions.length === 0 ? "# " : ""}exclusions:
${exclusions.map((one) => `  - ${flow(one)}\n`).join("")}${EXCLUSIONS.map(([what, reason]) => `#   - ${flow({ ...what, reason })}`).join("\n")}

calendar:
  nation: ${nation ?? nationOf(domains)} # decides the bank holidays
`,
		mailbox === undefined || mailbox === "none"
			? `# No mailbox is connected yet. Audits of exported mail: candour audit --mail PATH
# mailboxes:
#   - { name: clerk@${firstDomain(domains)}, imap: { host: mail.${firstDomain(domains)}, auth: { passwordFile: ./secrets/clerk } } }
`
			: `# Where the mail is. Nothing in a mailbox is ever changed. The Sent folder matters most: blind copies show there.
mailboxes:
${below([mailboxEntry(mailbox)])}
`,
		alertsTo === undefined
			? `# Who hears of a finding at once.
# alerts: { to: [clerk@${firstDomain(domains)}], minimumSeverity: breach }
`
			: `# Who hears of a finding at once. Where a recipient is its subject, others are told.
alerts:
${below({ to: [alertsTo].flat(), minimumSeverity: "breach" })}
  quietHours: { from: "18:00", to: "08:00" }
`,
		digestTo === undefined
			? ""
			: `# The weekly summary. It goes out in quiet weeks too: its absence is the alarm.
digest:
${below({ to: [digestTo].flat(), day: "monday", time: "08:00" })}
`,
		smtp === undefined
			? ""
			: `# What sends both. With directory: ./outgoing they are written as .eml files, and nothing leaves.
smtp:
${below(smtp)}
`,
		reviewers === undefined || reviewers.length === 0
			? ""
			: `# Who signs in to the review pages, and as what: reviewer, conflict-reviewer, reader, administrator.
reviewers:
${reviewers.map((reviewer) => `  - ${flow(reviewer)}`).join("\n")}
`,
		`# How long findings are kept, and how far back mail is read.
retention: { findings: P2Y, facts: P1Y }

storage: { directory: ./data }
`,
	]
		.filter((section) => section !== "")
		.join("\n");
}

function mailboxEntry(mailbox: MailboxAnswer): object {
	const { address, host, port, secure, user, caFile, passwordFile, passwordVariable, oauth2 } = mailbox;
	const auth =
		oauth2 !== undefined
			? { oauth2 }
			: passwordVariable !== undefined
				? { password: `\${${passwordVariable}}` }
				: { passwordFile };
	const optional = { port, secure, user: user === address ? undefined : user, caFile };
	return { name: address, imap: { host, ...optional, auth } };
}

function nationOf(domains: string | readonly string[]): NonNullable<Answers["nation"]> {
	const written = [domains].flat().join(" ");
	if (/\.(?:wales|cymru)\b/u.test(written)) return "wales";
	return /\.scot\b/u.test(written) ? "scotland" : "england";
}

function firstDomain(domains: string | readonly string[]): string {
	return [domains].flat()[0]?.replace(/^@/u, "") ?? "";
}

/** A block, indented below its key; lists of plain words on one line. */
function below(value: object): string {
	const written = Array.isArray(value)
		? stringify(value, { lineWidth: 0 })
		: Object.entries(value)
				.filter(([, one]) => one !== undefined)
				.map(([key, one]) => `${key}: ${typeof one === "object" ? flow(one) : flow([one]).slice(2, -2)}\n`)
				.join("");
	return quoted(written).trimEnd().replace(/^/gmu, "  ");
}

function flow(value: object): string {
	return quoted(stringify(value, { collectionStyle: "flow", lineWidth: 0 })).trim();
}

/** A variable that stands bare becomes a number where its value is one: a password of digits would be none. */
function quoted(written: string): string {
	return written.replace(/: (\$\{\w+\})$/gmu, ': "$1"');
}
