/** What was read for an edition, and what was not. The public one gives numbers, the annex the sources by name. Pure. */
import { grouped } from "../counted.ts";
import { coverageSections, coverageSentence } from "../coverage-shown.ts";
import { type Block, heading, listed, paragraph } from "../document.ts";
import type { ExemptAnnex, PublicEdition } from "../editions.ts";
import { countShown } from "./count-shown.ts";

/** Sources without their names, and messages by what became of them. */
export function publicReading({ volumes, sources }: PublicEdition): readonly Block[] {
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
				["Audited", countShown(volumes.audited)],
				["Not needed: their headers show that no rule concerns them", countShown(volumes.notNeeded)],
				["Excluded by the council’s settings", countShown(volumes.excluded)],
				["Unreadable", countShown(volumes.unreadable)],
				["All", countShown(volumes.found)],
			],
			total: true,
		},
		paragraph(`Of those audited, read in part only: ${countShown(volumes.partlyRead)}.`, "secondary"),
	];
}

/** Sources by name, and each message that was not read, or only in part. */
export function annexReading({ coverage }: ExemptAnnex): readonly Block[] {
	return [
		heading(2, "Sources and gaps"),
		paragraph(coverageSentence(coverage)),
		...coverageSections(coverage).flatMap(({ title, lines }) => listed(title, lines)),
	];
}
