/** Findings as rows of the list and of the file: in full for reviewers, without names and words of mail for readers. */

import { csvRow, FINDING_COLUMNS, withOffset } from "../../reports/as-csv.ts";
import { certaintyWords } from "../../reports/audit-report.ts";
import { dayInWords } from "../../reports/local-time.ts";
import { ruleTitle } from "../../rules/index.ts";
import type { Decision } from "../../store/decisions.ts";
import type { ReviewedFinding } from "../../store/findings-list.ts";
import { certaintyWord, DECISION_WORDS, severityTag, stateTag, type Tag } from "./finding-words.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

export interface FindingLine {
	/** Absent for readers: they open no finding. */
	readonly href?: string;
	readonly title: string;
	readonly date: string;
	readonly severity: Tag;
	readonly state: Tag;
	readonly certainty: string;
	/** Who did what, or for readers who has a part in it, by pseudonyms. */
	readonly words: string;
	readonly subject?: string;
	readonly from?: string;
	readonly decided?: string;
}

/** The rule's title; its id where this release has no such rule. */
export function findingLine(row: ReviewedFinding, decision: Decision | undefined, timezone: string): FindingLine {
	const { finding } = row;
	return {
		...common(row),
		href: `/findings/${row.id}`,
		date: dayInWords(finding.message.date, timezone),
		words: finding.summary,
		subject: finding.message.subject,
		from: finding.message.from,
		...(decision && row.state === "open" && row.review !== "undecided"
			? { decided: `${decision.byName}, ${dayInWords(decision.at.toISOString(), timezone)}` }
			: {}),
	};
}

/** Only days, rules and pseudonyms: an hour or a clause's wording could tell the mail. */
export function pseudonymousLine(row: ReviewedFinding, pseudonyms: Pseudonyms, timezone: string): FindingLine {
	return { ...common(row), date: dayInWords(row.finding.message.date, timezone), words: whoIn(row, pseudonyms) };
}

function common({ finding, ...row }: ReviewedFinding) {
	return {
		title: ruleTitle(finding.rule),
		severity: severityTag(finding.severity),
		state: stateTag(row),
		certainty: certaintyWord(finding.certainty),
	};
}

const PARTS: Readonly<Record<ReviewedFinding["finding"]["people"][number]["as"], string>> = {
	copied: "received a copy",
	uninformed: "could not know",
	author: "author",
	"third-party": "received it",
	complainant: "received it",
	officer: "officer",
	group: "group",
};

function whoIn({ finding }: ReviewedFinding, pseudonyms: Pseudonyms): string {
	const parts = new Map<string, Set<string>>([[pseudonyms.ofSender(finding), new Set(["sender"])]]);
	for (const person of finding.people) {
		const who = pseudonyms.of(person);
		parts.set(who, (parts.get(who) ?? new Set()).add(PARTS[person.as]));
	}
	return [...parts].map(([who, what]) => `${who} (${[...what].join(", ")})`).join("; ");
}

/** What follows the columns of a report's file: what became of it. */
const REVIEW_COLUMNS = ["state", "raised", "decision", "decided_by", "decided_at", "reason"] as const;
const READER_COLUMNS = ["date", "rule", "severity", "certainty", "state", "people"] as const;

export function fileHead(forReaders: boolean): string {
	// The mark tells spreadsheets that it is UTF-8.
	return `\uFEFF${csvRow(forReaders ? READER_COLUMNS : [...FINDING_COLUMNS.map(([name]) => name), ...REVIEW_COLUMNS])}`;
}

export function fileRow(row: ReviewedFinding, decision: Decision | undefined, timezone: string): string {
	const stands = row.review === "undecided" ? undefined : decision;
	return csvRow([
		...FINDING_COLUMNS.map(([, cell]) => cell(row.finding, timezone)),
		stateTag(row).text,
		withOffset(row.raisedAt.toISOString(), timezone),
		stands ? DECISION_WORDS[stands.kind] : "",
		stands?.byName ?? "",
		stands ? withOffset(stands.at.toISOString(), timezone) : "",
		stands?.reason ?? "",
	]);
}

export function pseudonymousFileRow(
	row: ReviewedFinding,
	pseudonyms: Pseudonyms,
	dayOf: (instant: string) => string,
): string {
	const { finding } = row;
	return csvRow([
		dayOf(finding.message.date),
		finding.rule,
		finding.severity,
		certaintyWords(finding),
		stateTag(row).text,
		whoIn(row, pseudonyms),
	]);
}
