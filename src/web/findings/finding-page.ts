/** What the page of one finding shows, put together from the store. */
import type { Protocol } from "../../config/council.ts";
import type { MessageFacts } from "../../facts/facts.ts";
import { counted } from "../../reports/counted.ts";
import { messageRows, rowsOf } from "../../reports/finding-shown.ts";
import { dayInWords } from "../../reports/local-time.ts";
import { plainLine } from "../../reports/plain-line.ts";
import { ruleTitle } from "../../rules/index.ts";
import type { Decision } from "../../store/decisions.ts";
import type { FindingEvent } from "../../store/finding-story.ts";
import type { ReviewedFinding } from "../../store/findings-list.ts";
import { DECISION_WORDS, severityTag, stateTag } from "./finding-words.ts";

export interface StoryItem {
	readonly at: Date;
	readonly title: string;
	readonly by?: string;
	readonly text?: string;
}

const RECIPIENTS_SHOWN = 20;

/** The finding's own rows, as every report shows them; its message and the text to put it right stand apart. */
export function findingShown(
	row: ReviewedFinding,
	facts: MessageFacts | undefined,
	{ timezone, protocol }: { readonly timezone: string; readonly protocol: Pick<Protocol, "name" | "title"> },
) {
	const { finding } = row;
	const { clause } = finding;
	const rows = rowsOf(finding, { timezone, withoutMessage: true }).map((shown) =>
		shown.label === "Clause" && clause.protocol === protocol.name
			? { ...shown, lines: [plainLine(clause.reference), plainLine(protocol.title)] }
			: shown,
	);
	return {
		id: row.id,
		ruleTitle: ruleTitle(finding.rule),
		summary: finding.summary,
		tags: [severityTag(finding.severity), stateTag(row)],
		rows: rows.filter(({ suggested }) => !suggested),
		suggested: rows.find(({ suggested }) => suggested)?.lines.join("\n"),
		exception: finding.exception,
		header: headerRows(finding, facts, timezone),
		withdrawn: row.state === "withdrawn" ? { at: row.withdrawnAt, because: row.withdrawnBecause } : undefined,
	};
}

function headerRows(finding: ReviewedFinding["finding"], facts: MessageFacts | undefined, timezone: string) {
	const [message, sent, found] = messageRows(finding, { timezone });
	const header = facts
		? [
				{ label: "From", lines: named(facts.from) },
				{ label: "To", lines: named(facts.to) },
				{ label: "Cc", lines: named(facts.cc) },
				{ label: "Subject", lines: [plainLine(finding.message.subject) || "(no subject)"] },
			].filter(({ lines }) => lines.length > 0)
		: message
			? [message]
			: [];
	return [...header, ...[sent, found].filter((row) => row !== undefined)];
}

function named(list: MessageFacts["to"] | undefined): readonly string[] {
	const each = (list ?? []).map(({ name, address }) => plainLine(name ? `${name} <${address}>` : address));
	if (each.length <= RECIPIENTS_SHOWN) return each;
	return [...each.slice(0, RECIPIENTS_SHOWN), `and ${counted(each.length - RECIPIENTS_SHOWN, "more")}`];
}

const EVENT_WORDS: Readonly<Record<Exclude<FindingEvent["kind"], "alerted">, string>> = {
	raised: "Raised",
	withdrawn: "Withdrawn: later mail took its ground away",
	reopened: "Raised again",
	exempted: "Exempted by a pattern",
};

/** Everything that happened, the newest first. */
export function storyOf(
	events: readonly FindingEvent[],
	made: readonly Decision[],
	timezone: string,
): readonly StoryItem[] {
	const items: StoryItem[] = events.map((event) =>
		event.kind === "alerted"
			? { at: event.at, title: "Alert sent", text: `To ${counted(event.recipients, "recipient")}.` }
			: { at: event.at, title: EVENT_WORDS[event.kind] },
	);
	for (const decision of made) {
		const { kind, at, byName, undoneAt, undoneBy } = decision;
		const undone = undoneAt === null ? "" : " (undone)";
		items.push({ at, title: `${DECISION_WORDS[kind]}${undone}`, by: byName, text: reasonOf(decision, timezone) });
		if (undoneAt !== null) items.push({ at: undoneAt, title: `Undone: ${DECISION_WORDS[kind]}`, by: undoneBy ?? "" });
		else if (kind === "exempt" && decision.endedAt !== null) {
			items.push({ at: decision.endedAt, title: "The exemption ended" });
		}
	}
	return items
		.map((item, index) => ({ item, index }))
		.sort((a, b) => b.item.at.getTime() - a.item.at.getTime() || b.index - a.index)
		.map(({ item }) => item);
}

function reasonOf({ reason, kind, expiresOn }: Decision, timezone: string): string {
	const until = kind === "exempt" && expiresOn !== null ? `Until ${dayInWords(expiresOn, timezone)}. ` : "";
	return `${until}${reason}`;
}

/** The decision that stands, for the head of the form. */
export function standingShown(decision: Decision | undefined, row: ReviewedFinding) {
	if (decision === undefined) return undefined;
	const changed = row.changedAt !== null && row.changedAt > decision.at ? row.changedAt : undefined;
	return {
		number: decision.number,
		words: DECISION_WORDS[decision.kind],
		byName: decision.byName,
		at: decision.at,
		reason: decision.reason,
		ended: decision.kind === "exempt" && decision.endedAt !== null,
		changed,
	};
}
