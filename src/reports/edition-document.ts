/** An edition as a document, for HTML and PDF. Pure. */
import { counted } from "./counted.ts";
import { type Block, heading, paragraph, type ReportDocument } from "./document.ts";
import { annexFindings } from "./edition/annex-findings.ts";
import { annexExemptions, publicExemptions } from "./edition/exemption-blocks.ts";
import { findingBlocks } from "./edition/finding-blocks.ts";
import { calendarBlocks, protocolBlocks } from "./edition/protocol-blocks.ts";
import { annexReading, publicReading } from "./edition/reading-blocks.ts";
import { responseBlocks } from "./edition/response-blocks.ts";
import type { Edition } from "./editions.ts";
import { dayInWords, timeInWords } from "./local-time.ts";
import { plainLine } from "./plain-line.ts";
import { FEWER, WITHHELD } from "./small-numbers.ts";

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

/** The edition in the order in which it is read: what it rests on first, the findings of the annex last. */
export function editionDocument(edition: Edition, making: Making): ReportDocument {
	const { council, period } = edition;
	const { timezone } = making;
	const span = `${dayInWords(period.from, timezone)} to ${dayInWords(period.to, timezone)}`;
	const name = edition.edition === "public" ? "Protocol report" : "Protocol report: exempt annex";
	const title = plainLine(`${council}: ${name.toLowerCase()}, ${span}`);
	return {
		title,
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
			...responseBlocks(edition),
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
