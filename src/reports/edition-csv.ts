/** An edition as a table for a spreadsheet: the public one has a row a number, the annex a row a finding. Pure. */
import { csvRow, FINDING_COLUMNS } from "./as-csv.ts";
import type { Edition, ExemptAnnex, PublicEdition } from "./editions.ts";
import { ROLE_WORDS, ROLES, STATE_WORDS, STATES } from "./period-report.ts";
import type { PublicCount } from "./small-numbers.ts";

type Row = readonly [section: string, item: string, clause: string, count: PublicCount, before: PublicCount | ""];

/** Lines end in CRLF; the first is the header. No byte-order mark: who writes a file for a spreadsheet adds it. */
export function editionCsv(edition: Edition, timezone: string): string {
	return edition.edition === "public" ? numbersCsv(edition) : annexCsv(edition, timezone);
}

/** Each row says why it is not for the public: rows are copied out of tables. */
function annexCsv({ annex, exemption }: ExemptAnnex, timezone: string): string {
	const rows = [
		["exemption", "state", "decisions", ...FINDING_COLUMNS.map(([name]) => name)],
		...annex.map(({ finding, state, decisions }) => [
			exemption,
			STATE_WORDS[state],
			decisions.map(({ kind, by, at, reason }) => `${kind}, ${by}, ${at}: ${reason}`).join(" | "),
			...FINDING_COLUMNS.map(([, cell]) => cell(finding, timezone)),
		]),
	];
	return rows.map(csvRow).join("");
}

function numbersCsv(edition: PublicEdition): string {
	const { rules, findings, findingsBefore, responses } = edition;
	const rows: readonly Row[] = [
		...rules.map(
			({ title, clause }, index): Row => [
				"findings by clause",
				title,
				clause,
				findings.byRule[index] ?? 0,
				findingsBefore.byRule[index] ?? 0,
			],
		),
		...STATES.map(
			(state, index): Row => ["findings by state", STATE_WORDS[state], "", findings.byState[index] ?? 0, ""],
		),
		...ROLES.map((role, index): Row => ["findings by role", ROLE_WORDS[role], "", findings.byRole[index] ?? 0, ""]),
		["findings", "all", "", findings.total, findingsBefore.total],
		["findings", "withdrawn by Candour", "", findings.withdrawn, ""],
		["enquiries", "answered", "", responses.answered, ""],
		["enquiries", "withdrawn", "", responses.withdrawn, ""],
		["enquiries", "no answer seen", "", responses.awaiting, ""],
		["enquiries", "all", "", responses.enquiries, ""],
		...daysRows(edition),
		...volumeRows(edition.volumes),
	];
	const lines = [["section", "item", "clause", "number", "period_before"], ...rows.map((row) => row.map(String))];
	return lines.map(csvRow).join("");
}

function daysRows({ responses }: PublicEdition): readonly Row[] {
	return (["firstReply", "answer"] as const).flatMap((what): Row[] => {
		const spread = responses[what];
		if (spread === undefined) return [];
		const words = what === "firstReply" ? "first reply" : "answer";
		return [
			["working days", `${words}, half within`, "", spread.median, ""],
			["working days", `${words}, nineteen out of twenty within`, "", spread.ninetyFifth, ""],
		];
	});
}

function volumeRows(volumes: PublicEdition["volumes"]): readonly Row[] {
	return [
		["messages", "audited", "", volumes.audited, ""],
		["messages", "not needed", "", volumes.notNeeded, ""],
		["messages", "excluded", "", volumes.excluded, ""],
		["messages", "unreadable", "", volumes.unreadable, ""],
		["messages", "all", "", volumes.found, ""],
	];
}
