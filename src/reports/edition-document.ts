/** An edition as a document, for HTML and PDF. Pure. */

import { RULES } from "../rules/index.ts";
import { counted, grouped, listed as inSentence } from "./counted.ts";
import { coverageSentence, leftAside, partlyReadLines, sourceLines, unreadableLines } from "./coverage-shown.ts";
import { type Block, heading, listed, paragraph, type ReportDocument } from "./document.ts";
import type { Edition, ExemptAnnex, PublicEdition } from "./editions.ts";
import { rowsOf } from "./finding-shown.ts";
import { dayInWords, timeInWords } from "./local-time.ts";
import { ROLE_WORDS, ROLES, STATE_WORDS, STATES } from "./period-report.ts";
import { plainLine } from "./plain-line.ts";
import type { Spread } from "./response-times.ts";
import { FEWER, type PublicCount, WITHHELD } from "./small-numbers.ts";

/** What is said of an edition beside its content. */
export interface Making {
	/** ISO 8601. */
	readonly madeAt: string;
	/** Only named on the annex. */
	readonly by: string;
	/** Of the content, in hex. */
	readonly sha256: string;
	readonly timezone: string;
}

const NATIONS = {
	england: "England",
	wales: "Wales",
	scotland: "Scotland",
	"northern-ireland": "Northern Ireland",
} as const;

export function editionDocument(edition: Edition, making: Making): ReportDocument {
	const { council, period } = edition;
	const { timezone } = making;
	const span = `${dayInWords(period.from, timezone)} to ${dayInWords(period.to, timezone)}`;
	const name = edition.edition === "public" ? "Protocol report" : "Protocol report: exempt annex";
	const title = plainLine(`${council}: ${name.toLowerCase()}, ${span}`);
	return {
		title: title,
		heading: name,
		running: title,
		...(edition.edition === "exempt" ? { banner: plainLine(edition.exemption) } : {}),
		madeAt: making.madeAt,
		blocks: [
			paragraph(plainLine(`${council}, ${span}`), "lead"),
			...openingOf(edition),
			...protocolBlocks(edition),
			...(edition.edition === "public" ? publicReading(edition) : annexReading(edition)),
			...findingBlocks(edition),
			...(edition.edition === "public" ? publicResponses(edition) : annexResponses(edition)),
			...calendarBlocks(edition),
			...(edition.edition === "public" ? publicExemptions(edition) : annexExemptions(edition, timezone)),
			...(edition.edition === "public" ? [] : annexFindings(edition, timezone)),
			...makingBlocks(edition, making),
		],
	};
}

function openingOf(edition: Edition): readonly Block[] {
	const note =
		"Candour checks correspondence against the protocol. A finding is a question to look into, not a judgement of a person.";
	if (edition.edition === "public") {
		return [
			paragraph(note),
			paragraph(
				`This edition names nobody. Counts from 1 to 4 are given as “${FEWER}”; “${WITHHELD}” stands where a number would give such a count away.`,
				"secondary",
			),
		];
	}
	const left =
		edition.leftOut === 0
			? []
			: [
					paragraph(
						`${counted(edition.leftOut, "finding")} of the period ${edition.leftOut === 1 ? "is" : "are"} not in this annex and not in its numbers, because whoever made it may not see ${edition.leftOut === 1 ? "it" : "them"} (conflict of interest).`,
						"strong",
					),
				];
	return [paragraph(note), ...left];
}

function protocolBlocks({ protocol, rules, notCovered }: Edition): readonly Block[] {
	const changes =
		protocol.changes === 0 ? "did not change in the period" : `changed ${times(protocol.changes)} in the period`;
	return [
		heading(2, "Protocol"),
		paragraph(
			plainLine(
				`${protocol.title} (profile ${protocol.name}), version ${protocol.version}. Its rules and settings, the people and the calendar together ${changes}.`,
			),
		),
		{
			kind: "table",
			caption: "Rules in force, and where the protocol says it",
			columns: [{ title: "Rule", share: 3 }, { title: "Clause", share: 3 }, { title: "Severity" }],
			rows: rules.map(({ title, clause, severity }) => [
				title,
				clause || "–",
				severity === "breach" ? "Breach" : "Advisory",
			]),
		},
		...(notCovered.length === 0
			? []
			: [paragraph(`Not checked: ${inSentence(notCovered.map(ruleTitle))}.`, "secondary")]),
	];
}

function publicReading({ volumes, sources }: PublicEdition): readonly Block[] {
	return [
		heading(2, "Sources and gaps"),
		paragraph(`Mailboxes read: ${grouped(sources.mailboxes - sources.notRead)} of ${grouped(sources.mailboxes)}.`),
		...(sources.cannotSee.length > 0 ? [{ kind: "list" as const, items: sources.cannotSee }] : []),
		heading(2, "Volumes"),
		{
			kind: "table",
			caption: "Messages of the period, by what became of them",
			columns: [
				{ title: "Messages", share: 4 },
				{ title: "Number", numeric: true },
			],
			rows: [
				["Audited", shown(volumes.audited)],
				["Not needed: their headers show that no rule concerns them", shown(volumes.notNeeded)],
				["Excluded by the council’s settings", shown(volumes.excluded)],
				["Unreadable", shown(volumes.unreadable)],
				["All", shown(volumes.found)],
			],
			total: true,
		},
		paragraph(`Of those audited, read in part only: ${shown(volumes.partlyRead)}.`, "secondary"),
	];
}

function annexReading({ coverage }: ExemptAnnex): readonly Block[] {
	return [
		heading(2, "Sources and gaps"),
		paragraph(coverageSentence(coverage)),
		...listed("Sources, and what they cannot show", sourceLines(coverage)),
		...listed("Left aside", leftAside(coverage)),
		...listed("Unreadable", unreadableLines(coverage)),
		...listed("Partly read", partlyReadLines(coverage)),
	];
}

function findingBlocks({ rules, findings, findingsBefore, notBreaches }: Edition): readonly Block[] {
	const table = (caption: string, first: string, labels: readonly string[], counts: readonly PublicCount[]): Block => ({
		kind: "table",
		caption,
		columns: [
			{ title: first, share: 3 },
			{ title: "Findings", numeric: true },
		],
		rows: [...labels.map((label, index) => [label, shown(counts[index] ?? 0)]), ["All", shown(findings.total)]],
		total: true,
	});
	return [
		heading(2, "Findings"),
		{
			kind: "table",
			caption: "By clause, beside the period before",
			columns: [
				{ title: "Rule", share: 3.4 },
				{ title: "Clause", share: 2.6 },
				{ title: "This period", numeric: true, share: 2 },
				{ title: "Before", numeric: true, share: 2 },
				{ title: "Change", numeric: true, share: 1.2 },
			],
			rows: [
				...rules.map(({ title, clause }, index) => [
					title,
					clause || "–",
					...changed(findings.byRule[index] ?? 0, findingsBefore.byRule[index] ?? 0),
				]),
				["All", "", ...changed(findings.total, findingsBefore.total)],
			],
			total: true,
		},
		table(
			"By what was decided",
			"State",
			STATES.map((state) => STATE_WORDS[state]),
			findings.byState,
		),
		table(
			"By whose act it is about",
			"Role",
			ROLES.map((role) => ROLE_WORDS[role]),
			findings.byRole,
		),
		paragraph(
			notBreaches === null
				? "Share found not to be breaches: not given, because too few were decided or the numbers are too small."
				: `Share found not to be breaches: ${notBreaches.percent} % of the ${shown(notBreaches.decided)} that were decided.`,
		),
		paragraph(
			`Withdrawn by Candour when later mail explained them, and not counted above: ${shown(findings.withdrawn)}.`,
		),
	];
}

function publicResponses({ responses }: PublicEdition): readonly Block[] {
	return [
		heading(2, "Response times"),
		enquiryTable(responses),
		paragraph(spreadWords("first reply of any kind", responses.firstReply)),
		paragraph(spreadWords("answer", responses.answer)),
		paragraph(UNSEEN, "secondary"),
	];
}

function annexResponses({ responses }: ExemptAnnex): readonly Block[] {
	return [
		heading(2, "Response times"),
		enquiryTable(responses),
		paragraph(spreadWords("first reply of any kind", responses.firstReply)),
		paragraph(spreadWords("answer", responses.answer)),
		paragraph(UNSEEN, "secondary"),
	];
}

const UNSEEN = "Replies by telephone or in person, and those in mailboxes that are not connected, do not show in mail.";

function enquiryTable(responses: Record<"enquiries" | "answered" | "withdrawn" | "awaiting", PublicCount>): Block {
	return {
		kind: "table",
		caption: "Councillors’ enquiries to officers",
		columns: [
			{ title: "Enquiries", share: 4 },
			{ title: "Number", numeric: true },
		],
		rows: [
			["Answered", shown(responses.answered)],
			["Withdrawn, or settled by word of mouth", shown(responses.withdrawn)],
			["No answer seen", shown(responses.awaiting)],
			["All", shown(responses.enquiries)],
		],
		total: true,
	};
}

function spreadWords(what: string, spread: Pick<Spread, "median" | "ninetyFifth"> | undefined): string {
	if (spread === undefined) return `Time to the ${what}: not given, because there were too few.`;
	const days = (count: number) => (count === 0 ? "the day of receipt" : counted(count, "working day"));
	return `Time to the ${what}: half within ${days(spread.median)}, nineteen out of twenty within ${days(spread.ninetyFifth)}.`;
}

function calendarBlocks({ calendar }: Edition): readonly Block[] {
	const week = calendar.officeDays === undefined ? "Monday to Friday" : inSentence(calendar.officeDays.map(capital));
	const closed =
		calendar.closed === 0
			? "no further days closed in the period"
			: `${counted(calendar.closed, "further day")} closed in the period`;
	return [
		paragraph(
			`Calendar: working days are ${week}, without the bank holidays of ${NATIONS[calendar.nation]}, with ${closed}. The day of receipt is day 0.`,
			"secondary",
		),
	];
}

function publicExemptions({ exemptions }: PublicEdition): readonly Block[] {
	return [
		heading(2, "Exemptions"),
		paragraph(
			`Patterns that a reviewer exempted, in force in the period: ${shown(exemptions.patterns)}. Findings that a resolution of the council excepts: ${shown(exemptions.byResolution)}. The reasons are in the annex.`,
		),
	];
}

function annexExemptions({ exemptions, annex, rules }: ExemptAnnex, timezone: string): readonly Block[] {
	const resolved = annex.flatMap(({ finding }) => (finding.exception === undefined ? [] : [finding.exception]));
	const minutes = [...new Set(resolved.map(({ minute, reason }) => `${minute}: ${reason}`))];
	const titleOf = (wanted: string) => rules.find(({ rule }) => rule === wanted)?.title ?? wanted;
	return [
		heading(2, "Exemptions"),
		...(exemptions.length + minutes.length === 0 ? [paragraph("None were in force.")] : []),
		...listed(
			"Patterns that a reviewer exempted",
			exemptions.map(({ rule, reason, by, from, until }) =>
				plainLine(
					`${titleOf(rule)}, ${dayInWords(from, timezone)} to ${dayInWords(until, timezone)}, by ${by}: ${reason}`,
				),
			),
		),
		...listed("Resolutions of the council that except findings", minutes.map(plainLine)),
	];
}

function annexFindings({ annex, rules }: ExemptAnnex, timezone: string): readonly Block[] {
	const titleOf = (wanted: string) => rules.find(({ rule }) => rule === wanted)?.title ?? wanted;
	return [
		heading(2, "The findings"),
		...(annex.length === 0 ? [paragraph("None visible in the sources connected.")] : []),
		...annex.flatMap(({ finding, state, decisions }): Block[] => [
			{
				kind: "heading",
				level: 3,
				text: plainLine(`${finding.severity === "breach" ? "Breach" : "Advisory"}: ${titleOf(finding.rule)}`),
				weight: finding.severity,
			},
			paragraph(plainLine(finding.summary)),
			{
				kind: "rows",
				rows: [
					{
						label: "Decision",
						lines:
							decisions.length === 0
								? [STATE_WORDS[state]]
								: decisions.map(({ kind, reason, by, at }) =>
										plainLine(
											`${STATE_WORDS[kind as keyof typeof STATE_WORDS] ?? kind}, by ${by} on ${dayInWords(at, timezone)}${reason === "" ? "" : `: ${reason}`}`,
										),
									),
					},
					...rowsOf(finding, { timezone }),
				],
			},
		]),
	];
}

function makingBlocks(edition: Edition, { madeAt, by, sha256, timezone }: Making): readonly Block[] {
	const who = edition.edition === "exempt" ? ` by ${by}` : "";
	return [
		heading(2, "About this document"),
		paragraph(
			plainLine(
				`Made on ${timeInWords(madeAt, timezone)}${who}. The same data give the same document, apart from this time.`,
			),
		),
		paragraph(
			`Content hash (SHA-256 of the data that this document shows; Candour’s ledger holds the same): ${sha256.replace(/(.{16})(?=.)/gu, "$1 ")}`,
		),
	];
}

function changed(now: PublicCount, before: PublicCount): readonly string[] {
	if (typeof now !== "number" || typeof before !== "number") return [shown(now), shown(before), "–"];
	const difference = now - before;
	return [
		shown(now),
		shown(before),
		difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${grouped(Math.abs(difference))}`,
	];
}

function shown(count: PublicCount): string {
	return typeof count === "number" ? grouped(count) : count;
}

function times(count: number): string {
	return count === 1 ? "once" : `${grouped(count)} times`;
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

function ruleTitle(rule: string): string {
	return RULES.find(({ meta }) => meta.id === rule)?.meta.title ?? rule;
}
