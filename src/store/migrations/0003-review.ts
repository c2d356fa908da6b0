import type { Migration } from "../migrate.ts";

/** What reviewing findings on the pages needs: who has a part in a finding, decisions, sign-ins and audits on demand. */
export const review: Migration = {
	version: 3,
	name: "review",
	statements: [
		`ALTER TABLE candour.findings
			ADD COLUMN review text NOT NULL DEFAULT 'undecided',
			ADD COLUMN involved text[] NOT NULL DEFAULT '{}',
			ADD COLUMN concern text NOT NULL DEFAULT 'anyone'`,
		`CREATE INDEX findings_list ON candour.findings (date DESC, id)`,
		`CREATE INDEX findings_state ON candour.findings (state, review, rule)`,
		`CREATE INDEX findings_involved ON candour.findings USING gin (involved)`,
		`CREATE TABLE candour.decisions (
			number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
			finding_id text NOT NULL,
			kind text NOT NULL,
			reason text NOT NULL,
			by_email text NOT NULL,
			by_name text NOT NULL,
			at timestamptz(3) NOT NULL,
			undone_at timestamptz(3),
			undone_by text
		)`,
		`CREATE INDEX decisions_finding ON candour.decisions (finding_id, number)`,
		`CREATE TABLE candour.exempt_patterns (
			id text PRIMARY KEY,
			rule text NOT NULL,
			pattern json NOT NULL,
			reason text NOT NULL,
			by_email text NOT NULL,
			by_name text NOT NULL,
			at timestamptz(3) NOT NULL,
			expires_on text NOT NULL,
			last_matched_at timestamptz(3),
			ended_at timestamptz(3),
			ended_by text
		)`,
		`CREATE TABLE candour.sign_in_links (
			token_hash text PRIMARY KEY,
			email text NOT NULL,
			asked_at timestamptz(3) NOT NULL,
			expires_at timestamptz(3) NOT NULL,
			used_at timestamptz(3)
		)`,
		`CREATE INDEX sign_in_links_email ON candour.sign_in_links (email, asked_at)`,
		`CREATE TABLE candour.sessions (
			id_hash text PRIMARY KEY,
			data json NOT NULL,
			expires_at timestamptz(3) NOT NULL
		)`,
		`CREATE TABLE candour.audit_runs (
			id text PRIMARY KEY,
			by_email text NOT NULL,
			by_name text NOT NULL,
			asked_at timestamptz(3) NOT NULL,
			from_day text,
			to_day text NOT NULL,
			rules text[],
			state text NOT NULL,
			step text,
			done integer NOT NULL DEFAULT 0,
			total integer,
			started_at timestamptz(3),
			ended_at timestamptz(3),
			error text,
			report json
		)`,
		`CREATE INDEX audit_runs_asked ON candour.audit_runs (asked_at DESC)`,
		`CREATE TABLE candour.made_reports (
			id text PRIMARY KEY,
			kind text NOT NULL,
			from_day text NOT NULL,
			to_day text NOT NULL,
			edition text NOT NULL,
			by_email text NOT NULL,
			by_name text NOT NULL,
			made_at timestamptz(3) NOT NULL,
			sha256 text NOT NULL,
			data json NOT NULL
		)`,
		`CREATE INDEX made_reports_at ON candour.made_reports (made_at DESC)`,
	],
};
