/** What happened to a finding, where its message lies, and what else there is on the matter. */
import type { MessageFacts } from "../facts/facts.ts";
import type { Location } from "../facts/message.ts";
import type { Finding } from "../rules/rule.ts";
import { bigintArray } from "./arrays.ts";
import { asc, eq, sql } from "./drizzle.ts";
import { findingsOn, type ReviewedFinding } from "./findings-list.ts";
import { holdersOf, keyNumbers } from "./relation-keys.ts";
import { alerts, copies, type Db, ledger, messageFacts } from "./schema.ts";
import type { Seeing } from "./sight.ts";

export type FindingEvent =
	| { readonly kind: "raised" | "withdrawn" | "reopened" | "exempted"; readonly at: Date }
	| { readonly kind: "alerted"; readonly at: Date; readonly recipients: number };

const EVENTS: Readonly<Record<string, "withdrawn" | "reopened" | "exempted">> = {
	"finding.withdrawn": "withdrawn",
	"finding.reopened": "reopened",
	"finding.exempted": "exempted",
};

/** From the ledger, which has every withdrawal and reopening, and the alerts; oldest first, decisions apart. */
export async function eventsOf(
	db: Db,
	{ id, raisedAt, withdrawnAt }: ReviewedFinding,
): Promise<readonly FindingEvent[]> {
	const entries = await db
		.select({ kind: ledger.kind, at: ledger.at })
		.from(ledger)
		.where(sql`entry ->> 'id' = ${id} AND kind LIKE 'finding.%'`)
		.orderBy(asc(ledger.sequence));
	const events: FindingEvent[] = entries.flatMap(({ kind, at }) => (EVENTS[kind] ? [{ kind: EVENTS[kind], at }] : []));
	const noted = withdrawnAt !== null && events.some(({ kind }) => kind === "withdrawn");
	if (withdrawnAt !== null && !noted) events.push({ kind: "withdrawn", at: withdrawnAt });
	const [alert] = await db.select().from(alerts).where(eq(alerts.key, id));
	if (alert?.state === "sent" && alert.sentAt !== null && alert.recipients > 0) {
		events.push({ kind: "alerted", at: alert.sentAt, recipients: alert.recipients });
	}
	return [{ kind: "raised" as const, at: raisedAt }, ...events.sort((a, b) => a.at.getTime() - b.at.getTime())];
}

/** Places of a message's copies, the one that the finding names first. */
export async function placesOf(db: Db, identity: string, named: Finding["message"]): Promise<readonly Location[]> {
	const rows = await db.select().from(copies).where(eq(copies.identity, identity)).orderBy(copies.location);
	const isNamed = ({ mailbox, folder }: Location) => mailbox === named.mailbox && folder === named.folder;
	return rows
		.map(({ mailbox, folder, uid, uidValidity, file }) => ({
			mailbox,
			folder,
			...(uid === null ? {} : { uid }),
			...(uidValidity === null ? {} : { uidValidity }),
			...(file === null ? {} : { file }),
		}))
		.sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

/** The facts of a finding's message; undefined where they are no longer kept. */
export async function factsBehind(db: Db, identity: string): Promise<MessageFacts | undefined> {
	const [row] = await db
		.select({ facts: messageFacts.facts })
		.from(messageFacts)
		.where(eq(messageFacts.identity, identity));
	return row?.facts;
}

const THREAD_MAX = 200;

/** Other findings on the message and on its thread, as far as they may be seen; newest first. */
export async function relatedFindings(
	db: Db,
	sight: Seeing,
	{ id, identity }: Pick<ReviewedFinding, "id" | "identity">,
	facts: MessageFacts | undefined,
	limit: number,
): Promise<readonly ReviewedFinding[]> {
	const ids = facts ? [facts.messageId, ...(facts.inReplyTo ?? []), ...(facts.references ?? [])] : [];
	const holders = await holdersOf(db, keyNumbers(ids.map((messageId) => `i${messageId}`)));
	const numbers = [...new Set([...holders.values()].flat())].slice(0, THREAD_MAX);
	const thread =
		numbers.length === 0
			? []
			: await db
					.select({ identity: messageFacts.identity })
					.from(messageFacts)
					.where(sql`${messageFacts.number} = ANY(${bigintArray(numbers)})`);
	return findingsOn(db, sight, [...new Set([identity, ...thread.map((row) => row.identity)])], id, limit);
}
