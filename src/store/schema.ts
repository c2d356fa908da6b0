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
		/** The decision that stands, or none yet; `decisions` has them all. */
		review: text({ enum: ["undecided", "confirmed", "justified", "put-right", "not-a-breach", "exempt"] })
			.notNull()
			.default("undecided"),
		/** Addresses, lower case, of everybody with a part in it: they neither see nor decide it. */
		involved: text().array().notNull().default([]),
		/** The row of the conflict table that says who may review it. */
		concern: text({ enum: ["clerk-and-chair", "clerk", "chair", "anyone"] })
			.notNull()
			.default("anyone"),
		/** Names and addresses of the sender and of whom it names, folded, for looking somebody up. */
		named: text().notNull().default(""),
		/** When later mail last changed what it says. */
		changedAt: moment("changed_at"),
		/** The pattern that exempts it, where no reviewer decided on it himself. */
		exemptedBy: text("exempted_by"),
	},
	(table) => [
		index("findings_identity").on(table.identity),
		index("findings_raised_at").on(table.raisedAt),
		index("findings_list").on(table.date.desc(), table.id),
		index("findings_state").on(table.state, table.review, table.rule),
		index("findings_involved").using("gin", table.involved),
	],
);

/** Beside `findings` lies `finding_outlines` (migration 0005): what lists look at, without text, kept by a trigger. */

/** Every decision and note on a finding, also those that were undone. */
export const decisions = candour.table(
	"decisions",
	{
		number: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
		findingId: text("finding_id").notNull(),
		kind: text({ enum: ["confirmed", "justified", "put-right", "not-a-breach", "exempt", "note"] }).notNull(),
		reason: text().notNull(),
		byEmail: text("by_email").notNull(),
		byName: text("by_name").notNull(),
		at: moment("at").notNull(),
		undoneAt: moment("undone_at"),
		undoneBy: text("undone_by"),
		/** The pattern that was exempted with it. */
		patternId: text("pattern_id"),
	},
	(table) => [index("decisions_finding").on(table.findingId, table.number)],
);

/** What of a finding must be alike for a pattern to exempt it; absent parts are not looked at. */
export interface ExemptPattern {
	/** Sender, lower case. */
	readonly from?: string;
	/** Addresses of everybody whom the finding names, lower case, sorted. */
	readonly people?: readonly string[];
}

/** Patterns that a reviewer exempts for a while, with his reason. */
export const exemptPatterns = candour.table("exempt_patterns", {
	id: text().primaryKey(),
	rule: text().notNull(),
	pattern: json<ExemptPattern>("pattern").notNull(),
	reason: text().notNull(),
	byEmail: text("by_email").notNull(),
	byName: text("by_name").notNull(),
	at: moment("at").notNull(),
	/** Last day in the council's zone, `2027-03-31`. */
	expiresOn: text("expires_on").notNull(),
	lastMatchedAt: moment("last_matched_at"),
	endedAt: moment("ended_at"),
	endedBy: text("ended_by"),
	/** Of the finding on which it was made: who may see the pattern. */
	involved: text().array().notNull().default([]),
	concern: text({ enum: ["clerk-and-chair", "clerk", "chair", "anyone"] })
		.notNull()
		.default("anyone"),
	/** What its maker could see: nobody exempts what he may not decide. */
	forConcerns: text("for_concerns").array().notNull().default([]),
	notInvolving: text("not_involving").array().notNull().default([]),
});

/** Numbers under which readers know people, by a keyed hash of who they are. */
export const pseudonyms = candour.table("pseudonyms", {
	who: text().primaryKey(),
	kind: text({ enum: ["officer", "councillor"] }).notNull(),
	number: integer().notNull(),
});

/** Links that sign somebody in: the hash of the token, never the token. */
export const signInLinks = candour.table(
	"sign_in_links",
	{
		tokenHash: text("token_hash").primaryKey(),
		email: text().notNull(),
		askedAt: moment("asked_at").notNull(),
		expiresAt: moment("expires_at").notNull(),
		usedAt: moment("used_at"),
	},
	(table) => [index("sign_in_links_email").on(table.email, table.askedAt)],
);

/** Who is signed in, by the hash of the session's id. */
export const sessions = candour.table("sessions", {
	idHash: text("id_hash").primaryKey(),
	data: json<unknown>("data").notNull(),
	expiresAt: moment("expires_at").notNull(),
});

/** Audits of a date range that were asked for on the pages. */
export const auditRuns = candour.table(
	"audit_runs",
	{
		id: text().primaryKey(),
		byEmail: text("by_email").notNull(),
		byName: text("by_name").notNull(),
		askedAt: moment("asked_at").notNull(),
		fromDay: text("from_day"),
		toDay: text("to_day").notNull(),
		/** Only these rules; null: all in force. */
		rules: text().array(),
		state: text({ enum: ["waiting", "running", "done", "cancelled", "failed"] }).notNull(),
		step: text({ enum: ["reading", "judging"] }),
		done: integer().notNull().default(0),
		total: integer(),
		startedAt: moment("started_at"),
		endedAt: moment("ended_at"),
		/** A sentence for the page. */
		error: text(),
		/** An AuditReport, when it is done. */
		report: json<unknown>("report"),
	},
	(table) => [index("audit_runs_asked").on(table.askedAt.desc())],
);

/** Editions of a report that left Candour, with the hash that the ledger holds. */
export const madeReports = candour.table(
	"made_reports",
	{
		id: text().primaryKey(),
		kind: text({ enum: ["period", "audit"] }).notNull(),
		fromDay: text("from_day").notNull(),
		toDay: text("to_day").notNull(),
		edition: text({ enum: ["public", "exempt"] }).notNull(),
		byEmail: text("by_email").notNull(),
		byName: text("by_name").notNull(),
		madeAt: moment("made_at").notNull(),
		sha256: text("sha256").notNull(),
		/** What the edition shows, from which every format is rendered again. */
		data: json<unknown>("data").notNull(),
	},
	(table) => [index("made_reports_at").on(table.madeAt.desc())],
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

/** Addresses that look like people of the council whom the roster lacks, with how often they were seen. */
export const unknownPeople = candour.table("unknown_people", {
	address: text().primaryKey(),
	kind: text({ enum: ["council-domain", "namesake"] }).notNull(),
	/** Of the roster, whose name the address goes by. */
	person: text(),
	messages: integer().notNull(),
	/** `2026-03-02`. */
	lastDay: text("last_day").notNull(),
});

export const settings = candour.table("settings", { key: text().primaryKey(), value: text().notNull() });
