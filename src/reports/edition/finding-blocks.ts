/** Counts of findings, as an edition shows them: by clause, by decision, by role, and the share of no breaches. Pure. */
import { grouped } from "../counted.ts";
import { type Block, heading, paragraph } from "../document.ts";
import type { Edition } from "../editions.ts";
import { ROLE_WORDS, ROLES, STATE_WORDS, STATES } from "../period-report.ts";
import type { PublicCount } from "../small-numbers.ts";
import { countShown } from "./count-shown.ts";

/** The tables of counts, and what was found to be no breach or was withdrawn. */
export function findingBlocks(edition: Edition): readonly Block[] {
	const { findings, notBreaches } = edition;
	return [
		heading(2, "Findings"),
		byClause(edition),
		divided(
			"By what was decided",
			"State",
			STATES.map((state, index) => [STATE_WORDS[state], findings.byState[index] ?? 0]),
			findings.total,
		),
		divided(
			"By whose act it is about",
			"Role",
			ROLES.map((role, index) => [ROLE_WORDS[role], findings.byRole[index] ?? 0]),
			findings.total,
		),
		paragraph(
			notBreaches === null
				? "Share found not to be breaches: not given, because too few were decided or the numbers are too small."
				: `Share found not to be breaches: ${notBreaches.percent} % of the ${countShown(notBreaches.decided)} that were decided.`,
		),
		paragraph(
			`Withdrawn by Candour when later mail explained them, and not counted above: ${countShown(findings.withdrawn)}.`,
		),
	];
}

function byClause({ rules, findings, findingsBefore }: Edition): Block {
	return {
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
	};
}

/** @param counts add up to the total, where none of them is hidden */
function divided(
	caption: string,
	first: string,
	counts: readonly (readonly [label: string, count: PublicCount])[],
	total: PublicCount,
): Block {
	return {
		kind: "table",
		caption,
		columns: [
			{ title: first, share: 3 },
			{ title: "Findings", numeric: true },
		],
		rows: [...counts.map(([label, count]) => [label, countShown(count)]), ["All", countShown(total)]],
		total: true,
	};
}

/** This period's count, the one before, and the difference with its sign where both are given. */
function changed(now: PublicCount, before: PublicCount): readonly string[] {
	if (typeof now !== "number" || typeof before !== "number") return [countShown(now), countShown(before), "–"];
	const difference = now - before;
	return [
		countShown(now),
		countShown(before),
		difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${grouped(Math.abs(difference))}`,
	];
}
