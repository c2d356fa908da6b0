import type { Migration } from "../migrate.ts";

/** The tables of the first release. Never changed once released: a later migration alters them. */
export const first: Migration = {
	version: 1,
	name: "first",
	statements: [
		`CREATE SEQUENCE candour.revision`,
		`CREATE TABLE candour.message_facts (
			identity text PRIMARY KEY,
			number bigint NOT NULL UNIQUE GENERATED ALWAYS AS IDENTITY,
			message_id text NOT NULL,
			date text NOT NULL,
			facts json NOT NULL,
			partly_read boolean NOT NULL,
			keys bigint[] NOT NULL,
			revision bigint NOT NULL DEFAULT nextval('candour.revision'),
			stored_at timestamptz(3) NOT NULL
		)`,
		`CREATE INDEX message_facts_date ON candour.message_facts (date)`,
		`CREATE INDEX message_facts_message_id ON candour.message_facts (message_id)`,
		`CREATE TABLE candour.copies (
			location text PRIMARY KEY,
			identity text NOT NULL,
			mailbox text NOT NULL,
			folder text NOT NULL,
			uid_validity text,
			uid bigint,
			file text,
			seen_at timestamptz(3) NOT NULL
		)`,
		`CREATE INDEX copies_identity ON candour.copies (identity)`,
		`CREATE INDEX copies_folder ON candour.copies (mailbox, folder)`,
		`CREATE TABLE candour.relation_keys (
			key bigint NOT NULL,
			message bigint NOT NULL,
			PRIMARY KEY (key, message)
		)`,
		`CREATE TABLE candour.audit_pending (
			identity text PRIMARY KEY,
			generation bigint NOT NULL DEFAULT nextval('candour.revision'),
			since timestamptz(3) NOT NULL
		)`,
		`CREATE TABLE candour.cursors (
			mailbox text NOT NULL,
			folder text NOT NULL,
			uid_validity text NOT NULL,
			last_uid bigint NOT NULL,
			modseq text,
			moved_at timestamptz(3) NOT NULL,
			PRIMARY KEY (mailbox, folder)
		)`,
		`CREATE TABLE candour.unreadable (
			location text PRIMARY KEY,
			mailbox text NOT NULL,
			folder text NOT NULL,
			uid_validity text,
			uid bigint,
			file text,
			reason text NOT NULL,
			first_seen timestamptz(3) NOT NULL,
			last_seen timestamptz(3) NOT NULL
		)`,
		`CREATE TABLE candour.passed_over (
			place text PRIMARY KEY,
			mailbox text NOT NULL,
			folder text NOT NULL,
			reason text,
			day text NOT NULL
		)`,
		`CREATE INDEX passed_over_day ON candour.passed_over (day)`,
		`CREATE TABLE candour.left_out (
			mailbox text NOT NULL,
			folder text NOT NULL,
			count integer NOT NULL,
			PRIMARY KEY (mailbox, folder)
		)`,
		`CREATE TABLE candour.findings (
			id text PRIMARY KEY,
			rule text NOT NULL,
			severity text NOT NULL CHECK (severity IN ('breach', 'advisory')),
			certainty text NOT NULL CHECK (certainty IN ('certain', 'likely', 'possible')),
			identity text NOT NULL,
			message_id text NOT NULL,
			date text NOT NULL,
			finding json NOT NULL,
			state text NOT NULL CHECK (state IN ('open', 'withdrawn')),
			raised_at timestamptz(3) NOT NULL,
			withdrawn_at timestamptz(3),
			withdrawn_because text
		)`,
		`CREATE INDEX findings_identity ON candour.findings (identity)`,
		`CREATE INDEX findings_raised_at ON candour.findings (raised_at)`,
		`CREATE TABLE candour.alerts (
			key text PRIMARY KEY,
			identity text NOT NULL,
			state text NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'dropped')),
			due_at timestamptz(3) NOT NULL,
			claimed_until timestamptz(3),
			mail_id text,
			recipients integer NOT NULL DEFAULT 0,
			attempts integer NOT NULL DEFAULT 0,
			last_error text,
			sent_at timestamptz(3)
		)`,
		`CREATE INDEX alerts_due ON candour.alerts (state, due_at)`,
		`CREATE INDEX alerts_identity ON candour.alerts (identity)`,
		`CREATE TABLE candour.digests (
			week text PRIMARY KEY,
			claimed_until timestamptz(3),
			sent_at timestamptz(3),
			attempts integer NOT NULL DEFAULT 0
		)`,
		`CREATE TABLE candour.ledger (
			sequence bigint PRIMARY KEY,
			at timestamptz(3) NOT NULL,
			kind text NOT NULL,
			entry json NOT NULL,
			previous text NOT NULL,
			hash text NOT NULL UNIQUE
		)`,
		`CREATE TABLE candour.source_states (
			mailbox text NOT NULL,
			folder text NOT NULL,
			connected_since timestamptz(3),
			last_seen timestamptz(3),
			last_mail timestamptz(3),
			last_error_code text,
			last_error_at timestamptz(3),
			PRIMARY KEY (mailbox, folder)
		)`,
		`CREATE TABLE candour.settings (key text PRIMARY KEY, value text NOT NULL)`,
	],
};
