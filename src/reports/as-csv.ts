/** The findings as a table for a spreadsheet: RFC 4180, one row a finding. Coverage is in the other formats. */
import { DateTime } from "luxon";
import type { Finding, FindingPerson } from "../rules/rule.ts";
import { type AuditReport, inOrder } from "./audit-report.ts";
import { plainLine } from "./plain-line.ts";

/** The columns of a finding, with what stands in them. */
export const FINDING_COLUMNS: readonly (readonly [
	name: string,
	cell: (finding: Finding, timezone: string) => string,
])[] = [
	["id", ({ id }) => id],
	["date", ({ message }, timezone) => withOffset(message.date, timezone)],
	["rule", ({ rule }) => rule],
	["severity", ({ severity }) => severity],
	["certainty", ({ certainty }) => certainty],
	["protocol", ({ clause }) => clause.protocol],
	["clause", ({ clause }) => clause.reference],
	["summary", ({ summary }) => summary],
	["mailbox", ({ message }) => message.mailbox],
	["folder", ({ message }) => message.folder],
	["from", ({ message }) => message.from],
	["subject", ({ message }) => message.subject],
	["message_id", ({ message }) => message.messageId],
	["copied", people("copied")],
	["uninformed", people("uninformed")],
	["author", people("author")],
	["officer", people("officer")],
	["third_party", people("third-party")],
	["complainant", people("complainant")],
	["group", people("group")],
	["evidence", ({ evidence }) => evidence.map(({ kind, where, quote }) => `${kind}, ${where}: ${quote}`).join(" | ")],
	["not_seen", ({ unseen }) => unseen ?? ""],
	["suggested_text", ({ remedy }) => remedy ?? ""],
];

/** The council's local time of an instant, with its offset: `2026-06-02T10:15:00+01:00`. */
export function withOffset(instant: string, timezone: string): string {
	return DateTime.fromISO(instant, { zone: timezone }).toISO({ suppressMilliseconds: true }) ?? instant;
}

/** Lines end in CRLF; the first is the header. No byte-order mark: who writes a file for a spreadsheet adds it. */
export function asCsv(report: AuditReport, { timezone }: { readonly timezone: string }): string {
	const rows = [
		FINDING_COLUMNS.map(([name]) => name),
		...inOrder(report.findings).map((finding) => FINDING_COLUMNS.map(([, cell]) => cell(finding, timezone))),
	];
	return rows.map(csvRow).join("");
}

/** One line of a table, with its end: nothing in it runs as a formula. */
export function csvRow(cells: readonly string[]): string {
	return `${cells.map(asCell).join(",")}\r\n`;
}

/**
 * Spreadsheets run what begins with one of these (full-width forms too), and a subject is anybody's to write; an
 * apostrophe before it makes it text. White space before it doesn't stop them from running it.
 */
const RUNS_AS_FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;

function asCell(value: string): string {
	const line = plainLine(value);
	const text = RUNS_AS_FORMULA.test(line) ? `'${line}` : line;
	// LibreOffice splits at a bare semicolon too, and would run what follows it.
	return /[",;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function people(as: FindingPerson["as"]): (finding: Finding) => string {
	return (finding) =>
		finding.people
			.filter((person) => person.as === as)
			.map(({ name, address }) => (address === "" ? name : `${name} <${address}>`))
			.join("; ");
}
