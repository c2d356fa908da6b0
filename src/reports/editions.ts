/** The two editions of a report of a period: numbers for everybody, and the full annex for those who may have it. Pure. */
import type { Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";
import type { Coverage, RuleShown } from "./audit-report.ts";
import {
	type Exemption,
	type Figures,
	type Frame,
	figuresOf,
	type PeriodData,
	rulesShown,
	type State,
	shareNotBreaches,
} from "./period-report.ts";
import type { ResponseTimes } from "./response-times.ts";
import { type Divided, type PublicCount, publicCount, SMALLEST_SHOWN, suppressed } from "./small-numbers.ts";
import { isGeneralSentence } from "./source-coverage.ts";

export const PERIOD_REPORT_SCHEMA = "candour/period-report/1";

/** Counts of findings as an edition gives them; rows in the order of `rules`, `STATES` and `ROLES`. */
export interface Counts<Count> {
	readonly total: Count;
	readonly byRule: readonly Count[];
	readonly byState: readonly Count[];
	readonly byRole: readonly Count[];
	readonly withdrawn: Count;
}

interface Shared<Count> extends Omit<Frame, "rules"> {
	readonly schema: typeof PERIOD_REPORT_SCHEMA;
	readonly rules: readonly RuleShown[];
	readonly findings: Counts<Count>;
	/** The period before. */
	readonly findingsBefore: Pick<Counts<Count>, "total" | "byRule">;
	/** In percent of those decided; null where it isn't given. */
	readonly notBreaches: { readonly decided: Count; readonly percent: number } | null;
}

export interface PublicEdition extends Shared<PublicCount> {
	readonly edition: "public";
	readonly volumes: {
		readonly found: PublicCount;
		readonly audited: PublicCount;
		readonly notNeeded: PublicCount;
		readonly excluded: PublicCount;
		readonly unreadable: PublicCount;
		readonly partlyRead: PublicCount;
	};
	/** Without their names. */
	readonly sources: { readonly mailboxes: number; readonly notRead: number; readonly cannotSee: readonly string[] };
	readonly responses: {
		readonly enquiries: PublicCount;
		readonly answered: PublicCount;
		readonly withdrawn: PublicCount;
		readonly awaiting: PublicCount;
		/** Working days; absent where fewer than five replies were seen. */
		readonly firstReply?: Pick<NonNullable<ResponseTimes["firstReply"]>, "median" | "ninetyFifth">;
		readonly answer?: Pick<NonNullable<ResponseTimes["answer"]>, "median" | "ninetyFifth">;
	};
	readonly exemptions: { readonly patterns: PublicCount; readonly byResolution: PublicCount };
}

export interface AnnexFinding {
	readonly finding: Finding;
	readonly state: State;
	/** In the order in which they were taken; the last one stands. */
	readonly decisions: readonly {
		readonly kind: string;
		readonly reason: string;
		readonly by: string;
		readonly at: string;
	}[];
}

export interface ExemptAnnex extends Shared<number> {
	readonly edition: "exempt";
	/** Why the public is excluded, as whoever made it wrote it. */
	readonly exemption: string;
	/** Findings that are not in it, because whoever made it may not see them. */
	readonly leftOut: number;
	readonly coverage: Coverage;
	readonly responses: ResponseTimes;
	readonly exemptions: readonly Exemption[];
	readonly annex: readonly AnnexFinding[];
}

export type Edition = PublicEdition | ExemptAnnex;

/** Numbers alone, and those not given that could point to a person. */
export function publicEdition(data: PeriodData, roster: Roster): PublicEdition {
	const rules = rulesShown(data);
	const now = figuresOf(data.findings, rules, roster);
	const findings = publicCounts(now);
	const before = publicCounts(figuresOf(data.findingsBefore, rules, roster));
	const { coverage, responses } = data;
	const excepted = data.findings.filter(({ state, finding }) => state === "open" && finding.exception !== undefined);
	return {
		schema: PERIOD_REPORT_SCHEMA,
		edition: "public",
		...data.frame,
		rules,
		findings,
		findingsBefore: { total: before.total, byRule: before.byRule },
		notBreaches: publicShare(findings.byState, now.byState),
		volumes: publicVolumes(coverage),
		sources: {
			mailboxes: coverage.sources.length,
			notRead: coverage.sources.filter(({ connected }) => !connected).length,
			cannotSee: [...new Set(coverage.sources.flatMap(({ cannotSee }) => cannotSee.filter(isGeneralSentence)))],
		},
		responses: publicResponses(responses),
		exemptions: { patterns: publicCount(data.exemptions.length), byResolution: publicCount(excepted.length) },
	};
}

/** `data` as far as its maker may see it. */
export function exemptAnnex(data: PeriodData, roster: Roster, exemption: string, leftOut: number): ExemptAnnex {
	const rules = rulesShown(data);
	const findings = figuresOf(data.findings, rules, roster);
	const before = figuresOf(data.findingsBefore, rules, roster);
	return {
		schema: PERIOD_REPORT_SCHEMA,
		edition: "exempt",
		...data.frame,
		rules,
		findings,
		findingsBefore: { total: before.total, byRule: before.byRule },
		notBreaches: shareNotBreaches(findings.byState) ?? null,
		exemption,
		leftOut,
		coverage: data.coverage,
		responses: data.responses,
		exemptions: data.exemptions.map(({ rule, reason, by, from, until }) => ({ rule, reason, by, from, until })),
		annex: data.findings
			.filter(({ state }) => state === "open")
			.map(({ id, finding, review }) => ({
				finding,
				state: review,
				decisions: data.decisions
					.filter(({ findingId }) => findingId === id)
					.map(({ kind, reason, byName, at }) => ({ kind, reason, by: byName, at: at.toISOString() })),
			})),
	};
}

function publicVolumes(coverage: Coverage): PublicEdition["volumes"] {
	const left = coverage.excluded.reduce((sum, { count }) => sum + count, 0);
	const parts = [coverage.audited, coverage.notNeeded, left, coverage.unreadable.length];
	const { total, tables } = suppressed({ total: parts.reduce((sum, count) => sum + count, 0), tables: [parts] });
	const [audited = 0, notNeeded = 0, excluded = 0, unreadable = 0] = tables[0] ?? [];
	const partlyRead = publicCount(coverage.partlyRead.length);
	return { found: total, audited, notNeeded, excluded, unreadable, partlyRead };
}

function publicResponses(responses: ResponseTimes): PublicEdition["responses"] {
	const { total, tables } = suppressed({
		total: responses.enquiries,
		tables: [[responses.answered, responses.withdrawn, responses.awaiting]],
	});
	const [answered = 0, withdrawn = 0, awaiting = 0] = tables[0] ?? [];
	return {
		enquiries: total,
		answered,
		withdrawn,
		awaiting,
		...publicSpread("firstReply", responses),
		...publicSpread("answer", responses),
	};
}

function publicCounts(figures: Figures): Counts<PublicCount> {
	const { total, tables }: Divided<PublicCount> = suppressed({
		total: figures.total,
		tables: [figures.byRule, figures.byState, figures.byRole],
	});
	const [byRule = [], byState = [], byRole = []] = tables;
	return { total, byRule, byState, byRole, withdrawn: publicCount(figures.withdrawn) };
}

/** Only where all that it is made of is given: a share of hidden numbers would give them away. */
function publicShare(shown: readonly PublicCount[], counts: readonly number[]): PublicEdition["notBreaches"] {
	if (shown.some((count) => typeof count !== "number")) return null;
	const share = shareNotBreaches(counts);
	return share === undefined || share.decided < SMALLEST_SHOWN ? null : share;
}

function publicSpread<Name extends "firstReply" | "answer">(name: Name, responses: ResponseTimes) {
	const spread = responses[name];
	if (spread === undefined || spread.of < SMALLEST_SHOWN) return {};
	return { [name]: { median: spread.median, ninetyFifth: spread.ninetyFifth } };
}
