import type { Migration } from "../migrate.ts";

/** What changes of the configuration and the end of retention need. */
export const keeping: Migration = {
	version: 2,
	name: "keeping",
	statements: [
		`ALTER TABLE candour.audit_pending ADD COLUMN because text`,
		`ALTER TABLE candour.findings ADD COLUMN grounds_pruned boolean NOT NULL DEFAULT false`,
		`CREATE TABLE candour.pruned_places (
			place text PRIMARY KEY,
			mailbox text NOT NULL
		)`,
		`CREATE INDEX pruned_places_mailbox ON candour.pruned_places (mailbox)`,
	],
};
