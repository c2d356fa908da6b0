import { expect, test } from "vitest";
import { asJson } from "../../src/reports/as-json.ts";
import { aFinding, aReport } from "./samples.ts";

test("the JSON has the keys of the contract, in its order", () => {
	const report = JSON.parse(asJson(aReport()));
	expect(Object.keys(report).slice(0, 6)).toEqual(["schema", "council", "protocol", "period", "coverage", "findings"]);
	expect(report.schema).toBe("candour/audit-report/1");
	expect(report.coverage).toMatchObject({ found: 1204, audited: 1203, unreadable: [{ uid: 77, folder: "Sent" }] });
	expect(Object.keys(report.findings[0])).toEqual([
		...[
			"id",
			"rule",
			"severity",
			"clause",
			"message",
			"people",
			"summary",
			"evidence",
			"certainty",
			"unseen",
			"remedy",
		],
	]);
	expect(Object.keys(report.findings[0].message)).toEqual([
		"messageId",
		"mailbox",
		"folder",
		"date",
		"subject",
		"from",
	]);
});

test("findings come by date, then rule, then id, however the auditor listed them", () => {
	const late = aFinding({ id: "f_a", message: { date: "2026-06-05T00:00:00Z" } });
	const footer = aFinding({ id: "f_b", rule: "missing-copy-footer" });
	const second = aFinding({ id: "f_z" });
	const first = aFinding({ id: "f_c" });
	const orders = [
		[late, footer, second, first],
		[first, second, footer, late],
	].map((findings) => asJson(aReport({ findings })));
	expect(orders[0]).toBe(orders[1]);
	expect(JSON.parse(orders[0] ?? "").findings.map(({ id }: { id: string }) => id)).toEqual([
		"f_b",
		"f_c",
		"f_z",
		"f_a",
	]);
});

test("a report on everything says so with a null rather than with a missing key", () => {
	const { period } = aReport();
	expect(JSON.parse(asJson(aReport({ period: { ...period, from: null } }))).period.from).toBeNull();
});

test("an optional sentence that a rule didn't write leaves no key behind", () => {
	const { unseen, remedy, ...bare } = aFinding();
	expect(unseen && remedy).toBeTruthy();
	expect(Object.keys(JSON.parse(asJson(aReport({ findings: [bare] }))).findings[0])).not.toContain("unseen");
});
