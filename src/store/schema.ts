/** The tables of the store, as queries see them. `migrations/` creates them; both must say the same. */

import type { MessageFacts } from "../facts/facts.ts";
import type { Finding } from "../rules/rule.ts";
import {
	bigint,
	boolean,
	customType,
	index,
	integer,
	type PgDatabase,
	type PgQueryResultHKT,
	pgSchema,
	primaryKey,
	text,
	timestamp,
} from "./drizzle.ts";

/** A database or a transaction of it; PGlite and PostgreSQL alike. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** Everything of ours lies in one schema, so that BullMQ's can stand beside it in the same database. */
export const SCHEMA = "candour";
const candour = pgSchema(SCHEMA);

/** `json`, not `jsonb`: it keeps the order of keys, on which the merging of copies decides; nothing looks inside. */
const json = <T>(name: string) =>
	customType<{ data: T; driverData: unknown }>({
		dataType: () => "json",
		toDriver: (value) => JSON.stringify(value),
		// pg hands over the parsed value, PGlite under Drizzle the text.
		fromDriver: (value) => (typeof value === "string" ? JSON.parse(value) : value) as T,
	})(name);
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** One row a message: its facts, merged over all copies. `revision` grows with every change. */
export const messageFacts = candour.table(
	"message_facts",
	{
		identity: text().primaryKey(),
		/** Stands for the message where there are many rows about it. */
		number: bigint({ mode: "number" }).generatedAlwaysAsIdentity().unique(),
		messageId: text("message_id").notNull(),
		/** ISO 8601, UTC, as in the facts; text, so that no unusual year is refused. */
		date: text().notNull(),
		facts: json<MessageFacts>("facts").notNull(),
		partlyRead: boolean("partly_read").notNull(),
		/** Relation keys, as numbers; `relation_keys` has them the other way round. */
		keys: bigint({ mode: "number" }).array().notNull(),
		revision: bigint({ mode: "number" }).notNull(),
		storedAt: moment("stored_at").notNull(),
	},
	(table) => [index("message_facts_date").on(table.date), index("message_facts_message_id").on(table.messageId)],
);

/** Where each copy lies. `location` is the unique key that `locationKey` makes of the columns behind it. */
export const copies = candour.table(
	"copies",
	{
		location: text().primaryKey(),
		identity: text().notNull(),
		mailbox: text().notNull(),
		folder: text().notNull(),
		uidValidity: text("uid_validity"),
		uid: bigint({ mode: "number" }),
		file: text(),
		seenAt: moment("seen_at").notNull(),
	},
	(table) => [index("copies_identity").on(table.identity), index("copies_folder").on(table.mailbox, table.folder)],
);

/** Outbox: what was stored and is not yet judged. Written with the message, deleted with its findings. */
export const auditPending = candour.table("audit_pending", {
	identity: text().primaryKey(),
	/** Grows with every change, so that a change during the judging is not taken for judged. */
	generation: bigint({ mode: "number" }).notNull(),
	since: moment("since").notNull(),
	/** Why it is judged again, where that is not later mail; said of findings that are withdrawn by it. */
	because: text(),
});

export const cursors = candour.table(
	"cursors",
	{
		mailbox: text().notNull(),
		folder: text().notNull(),
		uidValidity: text("uid_validity").notNull(),
		lastUid: bigint("last_uid", { mode: "number" }).notNull(),
		/** 63 bits wide: text, so that no digit is lost. */
		modseq: text(),
		movedAt: moment("moved_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.mailbox, table.folder] })],
);

export const unreadable = candour.table("unreadable", {
	location: text().primaryKey(),
	mailbox: text().notNull(),
	folder: text().notNull(),
	uidValidity: text("uid_validity"),
	uid: bigint({ mode: "number" }),
	file: text(),
	reason: text().notNull(),
	firstSeen: moment("first_seen").notNull(),
	lastSeen: moment("last_seen").notNull(),
});

/**
 * What was passed over at the header stage: excluded by the council, or not needed. Nothing of the message is kept, and
 * of its place only a digest, so that it is counted once however often it is come across.
 */
export const passedOver = candour.table(
	"passed_over",
	{
		place: text().primaryKey(),
		mailbox: text().notNull(),
		folder: text().notNull(),
		/** The council's reason for the exclusion; null: not needed by any rule. */
		reason: text(),
		/** The day on which it was come across, UTC: `2026-03-02`. */
		day: text().notNull(),
	},
	(table) => [index("passed_over_day").on(table.day)],
);

/** Digests of the places of messages whose facts are no longer kept: they must not come back as new ones. */
export const prunedPlaces = candour.table(
	"pruned_places",
	{ place: text().primaryKey(), mailbox: text().notNull() },
	(table) => [index("pruned_places_mailbox").on(table.mailbox)],
);

/** Folders such as Drafts and Junk, with the number of messages when they were last looked at. */
export const leftOut = candour.table(
	"left_out",
	{ mailbox: text().notNull(), folder: text().notNull(), count: integer().notNull() },
	(table) => [primaryKey({ columns: [table.mailbox, table.folder] })],
);

export const findings = candour.table(
	"findings",
	{
		id: text().primaryKey(),
		rule: text().notNull(),
		severity: text({ enum: ["breach", "advisory"] }).notNull(),
		certainty: text({ enum: ["certain", "likely", "possible"] }).notNull(),
		identity: text().notNull(),
		messageId: text("message_id").notNull(),
		/** The message's date, for reports of a period. */
		date: text().notNull(),
		finding: json<Finding>("finding").notNull(),
		state: text({ enum: ["open", "withdrawn"] }).notNull(),
		raisedAt: moment("raised_at").notNull(),
		withdrawnAt: moment("withdrawn_at"),
		withdrawnBecause: text("withdrawn_because"),
		/** Facts on which it may rest are gone by retention: it stands, because nobody could find it again. */
		groundsPruned: boolean("grounds_pruned").notNull().default(false),
	},
	(table) => [index("findings_identity").on(table.identity), index("findings_raised_at").on(table.raisedAt)],
);

/** One row a finding that asks for an alert: the key makes sure that there is never a second one. */
export const alerts = candour.table(
	"alerts",
	{
		key: text().primaryKey(),
		identity: text().notNull(),
		state: text({ enum: ["pending", "sent", "failed", "dropped"] }).notNull(),
		dueAt: moment("due_at").notNull(),
		/** Set while a worker is sending it; after this moment another may try. */
		claimedUntil: moment("claimed_until"),
		/** Message-ID of the mail, the same at every attempt, so that a repeated sending can be told. */
		mailId: text("mail_id"),
		recipients: integer().notNull(),
		attempts: integer().notNull(),
		lastError: text("last_error"),
		sentAt: moment("sent_at"),
	},
	(table) => [index("alerts_due").on(table.state, table.dueAt), index("alerts_identity").on(table.identity)],
);

export const digests = candour.table("digests", {
	/** ISO week in the council's zone: `2026-W12`. */
	week: text().primaryKey(),
	claimedUntil: moment("claimed_until"),
	sentAt: moment("sent_at"),
	attempts: integer().notNull(),
});

export const ledger = candour.table("ledger", {
	sequence: bigint({ mode: "number" }).primaryKey(),
	at: moment("at").notNull(),
	kind: text().notNull(),
	entry: json<Readonly<Record<string, unknown>>>("entry").notNull(),
	previous: text().notNull(),
	hash: text().notNull(),
});

export const sourceStates = candour.table(
	"source_states",
	{
		mailbox: text().notNull(),
		folder: text().notNull(),
		connectedSince: moment("connected_since"),
		lastSeen: moment("last_seen"),
		lastMail: moment("last_mail"),
		lastErrorCode: text("last_error_code"),
		lastErrorAt: moment("last_error_at"),
	},
	(table) => [primaryKey({ columns: [table.mailbox, table.folder] })],
);

export const settings = candour.table("settings", { key: text().primaryKey(), value: text().notNull() });
