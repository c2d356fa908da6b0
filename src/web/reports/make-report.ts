/** Makes an edition for somebody: gathers the period, leaves out what he may not see, keeps it and notes its hash. */
import { randomUUID } from "node:crypto";
import type { Installation } from "../../installation.ts";
import type { Roster } from "../../people/roster.ts";
import { type Edition, exemptAnnex, publicEdition } from "../../reports/editions.ts";
import { gatherPeriod } from "../../reports/gather-period.ts";
import { contentHash } from "../../reports/made-edition.ts";
import type { Days, PeriodData } from "../../reports/period-report.ts";
import type { Bearing } from "../../store/findings.ts";
import { append } from "../../store/ledger.ts";
import { keepReport, type MadeData, type MadeOutline } from "../../store/made-reports.ts";
import { sees, sightOf, type Viewer } from "../frame/viewer.ts";

export type Wanted = { readonly edition: "public" } | { readonly edition: "exempt"; readonly exemption: string };

/** @returns the id under which it is kept */
export async function makeReport(
	{ store, council, roster, now }: Installation,
	viewer: Viewer,
	days: Days,
	wanted: Wanted,
): Promise<string> {
	const madeAt = now();
	const data = await gatherPeriod(store.db, { council, roster, days, now: madeAt });
	const kept = wanted.edition === "public" ? publicFor(data, roster) : annexFor(data, viewer, roster, wanted.exemption);
	const { content } = kept;
	const id = randomUUID();
	const sha256 = contentHash(content);
	const { email: byEmail, name: byName } = viewer;
	await store.db.transaction(async (tx) => {
		await keepReport(tx, {
			id,
			kind: "period",
			fromDay: days.from,
			toDay: days.to,
			edition: wanted.edition,
			byEmail,
			byName,
			madeAt,
			sha256,
			data: kept,
		});
		const entry = { id, edition: wanted.edition, from: days.from, to: days.to, sha256, by: byEmail };
		await append(tx, [{ kind: "report.made", entry }], madeAt);
	});
	return id;
}

/** Whether each finding in it is for this viewer, so that he may open it: an annex is as its maker may see it. */
export function mayOpen({ edition, bearing }: Pick<MadeOutline, "edition" | "bearing">, viewer: Viewer): boolean {
	if (edition === "public") return true;
	const sight = sightOf(viewer);
	if (sight === undefined) return false;
	return (
		bearing.concerns.every((concern) => (sight.concerns as readonly string[]).includes(concern)) &&
		!sight.notInvolving.some((address) => bearing.involved.includes(address))
	);
}

function publicFor(data: PeriodData, roster: Roster): MadeData<Edition> {
	return { content: publicEdition(data, roster), bearing: { concerns: [], involved: [] } };
}

function annexFor(data: PeriodData, viewer: Viewer, roster: Roster, exemption: string): MadeData<Edition> {
	const sight = sightOf(viewer);
	const isSeen = (one: Bearing) => sees(sight, one);
	const findings = data.findings.filter(isSeen);
	const exemptions = data.exemptions.filter(isSeen);
	const standing = (list: PeriodData["findings"]) => list.filter(({ state }) => state === "open").length;
	const ids = new Set(findings.map(({ id }) => id));
	const shown = {
		...data,
		findings,
		findingsBefore: data.findingsBefore.filter(isSeen),
		decisions: data.decisions.filter(({ findingId }) => ids.has(findingId)),
		exemptions,
	};
	const within = [...findings, ...exemptions];
	return {
		content: exemptAnnex(shown, roster, exemption, standing(data.findings) - standing(findings)),
		bearing: {
			concerns: [...new Set(within.map(({ concern }) => concern))].sort(),
			involved: [...new Set(within.flatMap(({ involved }) => involved))].sort(),
		},
	};
}
