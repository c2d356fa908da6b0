/** Findings → alerts: one mail a message and set of recipients, with a key that is the same in every run. */
import { createHash } from "node:crypto";
import { rulebookPlace } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import type { Recipient } from "./mail.ts";
import { type RouteOptions, routeAlert } from "./route.ts";

export interface AlertPlan {
	readonly key: string;
	/** Findings on one message, in the order of the rulebook. */
	readonly findings: readonly Finding[];
	readonly to: readonly Recipient[];
	readonly mayQuote: boolean;
}

export interface HeldFinding {
	readonly finding: Finding;
	readonly because: string;
}

const KEY_LENGTH = 24;

/** The same findings give the same key, in whatever order; safe as a file name and a job id. */
function alertKey(findings: readonly Pick<Finding, "id">[]): string {
	const ids = [...new Set(findings.map(({ id }) => id))].sort();
	return `alert-${createHash("sha256").update(ids.join("\n")).digest("hex").slice(0, KEY_LENGTH)}`;
}

export function planAlerts(
	findings: readonly Finding[],
	options: RouteOptions,
): { readonly send: readonly AlertPlan[]; readonly held: readonly HeldFinding[] } {
	const held: HeldFinding[] = [];
	const plans = new Map<string, Omit<AlertPlan, "key" | "findings"> & { findings: Finding[] }>();
	for (const finding of findings) {
		const routing = routeAlert(finding, options);
		if (routing.kind === "held") {
			held.push({ finding, because: routing.because });
			continue;
		}
		const group = JSON.stringify([finding.message.messageId, routing.to.map(({ address }) => address).sort()]);
		const plan = plans.get(group) ?? { to: routing.to, mayQuote: routing.mayQuote, findings: [] };
		plan.findings.push(finding);
		plans.set(group, plan);
	}
	const send = [...plans.values()].map((plan) => {
		const ordered = plan.findings.sort(
			(a, b) => rulebookPlace(a.rule) - rulebookPlace(b.rule) || (a.rule + a.id < b.rule + b.id ? -1 : 1),
		);
		return { ...plan, findings: ordered, key: alertKey(ordered) };
	});
	return { send, held };
}
