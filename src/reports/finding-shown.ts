/** A finding in words, before it becomes lines or HTML: every report, alert and digest shows findings alike. */
import { quoteOf } from "../facts/quote.ts";
import type { Evidence, Finding, FindingPerson } from "../rules/rule.ts";
import { certaintyWords } from "./audit-report.ts";
import { timeInWords } from "./local-time.ts";
import { plainLine, plainLines } from "./plain-line.ts";

/** One row: a label, and one or more lines. `suggested` lines are text that the author may use as it stands. */
export interface FindingRow {
	readonly label: string;
	readonly lines: readonly string[];
	readonly suggested?: boolean;
}

export interface ShowOptions {
	readonly timezone: string;
	/** Quotes from the text of the mail are left out, and the reader is told where they can be seen. */
	readonly withholdText?: boolean;
	/** The subject of the mail is left out as well. */
	readonly withholdSubject?: boolean;
	/** The message is a draft: the remedy says what to change in it. */
	readonly draft?: boolean;
	/** The rows that say which message it is are left out: the reader has been told already. */
	readonly withoutMessage?: boolean;
}

const ROLES: Readonly<Record<FindingPerson["as"], string>> = {
	copied: "Received it without being named",
	uninformed: "Could not know of the copy",
	author: "Author",
	"third-party": "Outside the council",
	complainant: "Complainant, outside the council",
	officer: "Officer",
	group: "Group",
};

const WITHHELD = "words of the mail, not shown here; whoever may read the mailbox can see them there";

/** The rows in the order of reading. */
export function rowsOf(finding: Finding, options: ShowOptions): readonly FindingRow[] {
	const { clause, people, evidence, unseen, remedy } = finding;
	const rows: FindingRow[] = [];
	if (!options.withoutMessage) rows.push(...messageRows(finding, options));
	rows.push({ label: "Clause", lines: [`${clause.reference} (protocol: ${clause.protocol})`] });
	if (people.length > 0) rows.push({ label: "People", lines: people.map(personLine) });
	rows.push({
		label: "What was seen",
		lines: [`${certaintyWords(finding)}.`, ...evidence.map((item) => evidenceLine(item, withheld(item, options)))],
	});
	if (unseen) rows.push({ label: "What could not be seen", lines: plainLines(unseen) });
	if (remedy && options.draft) rows.push({ label: "Before it is sent", lines: plainLines(remedy) });
	else if (remedy) rows.push({ label: "Text to put it right", lines: plainLines(remedy), suggested: true });
	return rows.map((row) => ({ ...row, lines: row.lines.map(plainLine) }));
}

/** Which message it is: subject, sender and date, and where it was found. */
export function messageRows(finding: Finding, options: ShowOptions): readonly FindingRow[] {
	const { message } = finding;
	const subject = plainLine(message.subject);
	const named = options.withholdSubject ? "Subject not shown here" : subject === "" ? "(no subject)" : `“${subject}”`;
	return [
		{ label: "Message", lines: [`${named}, from ${message.from || "an unknown sender"}`] },
		{ label: "Sent", lines: [timeInWords(message.date, options.timezone)] },
		{ label: "Found in", lines: [placeOf(message)] },
	];
}

/** A single file that was given has neither. */
function placeOf({ mailbox, folder }: Finding["message"]): string {
	if (mailbox === "") return folder === "" ? "the mail given" : `folder ${folder}`;
	return folder === "" ? mailbox : `${mailbox}, folder ${folder}`;
}

function personLine(person: FindingPerson): string {
	const address = person.address === "" || person.address === person.name ? "" : ` <${person.address}>`;
	return plainLine(`${ROLES[person.as]}: ${person.name || person.address}${person.name ? address : ""}`);
}

const KINDS: Readonly<Record<Evidence["kind"], string>> = {
	header: "header",
	envelope: "delivery record",
	text: "text",
	attachment: "attachment",
	thread: "thread",
	absence: "not found",
};

/** Quotes are cut to 200 characters again here: what leaves Candour doesn't rely on every rule's care. */
function evidenceLine({ kind, where, quote }: Evidence, withhold: boolean): string {
	const place = plainLine(where);
	const words = quoteOf(plainLine(quote));
	if (kind === "absence") return `Not found (${place}): ${words}`;
	const label = place.toLowerCase() === KINDS[kind] ? capital(KINDS[kind]) : `${capital(place)} (${KINDS[kind]})`;
	if (withhold) return `${label}: ${WITHHELD}`;
	return words === "" ? label : `${label}: “${words}”`;
}

function withheld({ kind, where }: Evidence, options: ShowOptions): boolean {
	if (kind === "absence" || kind === "envelope") return false;
	if (kind === "header") return options.withholdSubject === true && /subject/iu.test(where);
	return options.withholdText === true;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
