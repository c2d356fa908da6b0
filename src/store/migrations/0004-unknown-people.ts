import type { Migration } from "../migrate.ts";

/** Addresses that the roster lacks, for whoever keeps it. */
export const unknownPeople: Migration = {
	version: 4,
	name: "unknown-people",
	statements: [
		`CREATE TABLE candour.unknown_people (
			address text PRIMARY KEY,
			kind text NOT NULL,
			person text,
			messages integer NOT NULL,
			last_day text NOT NULL
		)`,
	],
};
