import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { failureLines } from "../../src/cli/failure.ts";

const failedQuery = (cause: Error) =>
	new DrizzleQueryError("select $1", ["Dear Cllr Pell,\n    at your request"], cause);

test("a database that goes away is told in its own words", () => {
	const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
	expect(failureLines(failedQuery(away), false)).toMatch(
		/^candour: The database cannot be reached\. Check that the server of storage\.database [^\n]+\n$/u,
	);
});

test.each([false, true])("what nobody foresaw shows no word that a query was given (verbose: %s)", (verbose) => {
	const told = failureLines(failedQuery(new Error("column is missing")), verbose);
	expect(told).toMatch(/^candour: Something went wrong that Candour did not expect: Failed query: select \$1\. /u);
	expect(told).not.toMatch(/Pell|your request/u);
	expect(/\n\s+at .*failure\.test/u.test(told)).toBe(verbose);
	expect(told.includes("caused by: Error: column is missing")).toBe(verbose);
});
