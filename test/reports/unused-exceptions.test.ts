import { describe, expect, it } from "vitest";
import type { RuleInForce } from "../../src/config/council.ts";
import { asHtml } from "../../src/reports/as-html.ts";
import { asJson } from "../../src/reports/as-json.ts";
import { asText } from "../../src/reports/as-text.ts";
import { auditDocument } from "../../src/reports/audit-document.ts";
import { unusedExceptions } from "../../src/reports/unused-exceptions.ts";
import { letter, VOSS } from "../letter.ts";
import { findingsOf } from "../rules/with-settings.ts";
import { aReport, LONDON } from "./samples.ts";

const MARCH = { from: "2026-03-01", to: "2026-03-31" };
const FOR_VOSS = { recipients: "Ruth Voss", reason: "Plan group", minute: "47/26" };
const FOR_HART = { recipients: "Dan Hart", reason: "Plan group", minute: "47/26" };
const HIDDEN = letter({
	bcc: VOSS,
	subject: "Neighbourhood plan",
	text: "Dear Alan,\n\nThe map is ready.\n\nJo Marsh\n",
});

const rule = (
	id: string,
	exceptions: readonly object[],
	severity: RuleInForce["severity"] = "breach",
): RuleInForce => ({
	rule: id,
	severity,
	clause: "1",
	settings: { exceptions },
});
const scopes = (...args: Parameters<typeof unusedExceptions>) =>
	unusedExceptions(...args).map(({ scope, rules }) => `${rules.join("+")} ${scope}`);

describe("the exceptions that excepted nothing", () => {
	it("are those that no finding of the period names", async () => {
		const exceptions = [FOR_VOSS, FOR_HART, { ...FOR_VOSS, subject: "bins" }];
		const found = await findingsOf("silent-copy", { exceptions }, [HIDDEN]);
		expect(found).toHaveLength(1);
		expect(scopes([rule("silent-copy", exceptions)], found, MARCH)).toEqual([
			"silent-copy to Dan Hart",
			"silent-copy to Ruth Voss, about “bins”",
		]);
		expect(scopes([rule("silent-copy", exceptions)], [], MARCH)).toHaveLength(3);
	});
	it("are told once for all their rules, and count as used where one of these needed them", async () => {
		const rules = [rule("silent-copy", [FOR_VOSS]), rule("missing-copy-footer", [FOR_VOSS])];
		expect(scopes(rules, [], MARCH)).toEqual(["silent-copy+missing-copy-footer to Ruth Voss"]);
		expect(scopes(rules, await findingsOf("silent-copy", { exceptions: [FOR_VOSS] }, [HIDDEN]), MARCH)).toEqual([]);
	});
	it("are those in force on some day of the period", () => {
		const on = (days: object, period: Parameters<typeof unusedExceptions>[2] = MARCH) =>
			scopes([rule("silent-copy", [{ ...FOR_VOSS, ...days }])], [], period).length;
		expect(on({ from: "2026-03-31" })).toBe(1);
		expect(on({ from: "2026-04-01" })).toBe(0);
		expect(on({ until: "2026-03-01" })).toBe(1);
		expect(on({ until: "2026-02-28" })).toBe(0);
		expect(on({ until: "2026-02-28" }, { ...MARCH, from: null })).toBe(1);
	});
	it("are not told of where the rule is off, or where not all their rules were audited", () => {
		expect(scopes([rule("silent-copy", [FOR_VOSS], "off")], [], MARCH)).toEqual([]);
		const rules = [rule("silent-copy", [FOR_VOSS]), rule("missing-copy-footer", [FOR_VOSS, FOR_HART])];
		expect(scopes(rules, [], MARCH, ["missing-copy-footer"])).toEqual(["missing-copy-footer to Dan Hart"]);
	});
});

describe("every form of an audit's report", () => {
	const unused = {
		rules: ["silent-copy"],
		scope: "from chair",
		minute: "minute 47/26",
		reason: "Joint <letters>",
		until: "2026-12-31",
	};
	const report = aReport({ unusedExceptions: [unused] });
	const options = { timezone: LONDON, width: 200 };
	const title = "Exceptions of the council's register that excepted nothing in this period";
	const line = "minute 47/26 (Joint <letters>): mail from chair, for silent-copy, until 31 December 2026";
	it("names them", () => {
		expect(asText(report, options)).toContain(`${title}\n  ${line}\n`);
		const page = asHtml(report, options);
		expect(page).toContain("Exceptions of the council&#39;s register that excepted nothing");
		expect(page).toContain("Joint &lt;letters&gt;");
		expect(JSON.parse(asJson(report)).unusedExceptions).toEqual([unused]);
		expect(JSON.stringify(auditDocument(report, options).blocks)).toContain(line);
	});
	it("says nothing of them where all were needed", () => {
		const none = aReport({ unusedExceptions: [] });
		expect(asText(none, options)).not.toContain("excepted nothing");
		expect(asHtml(none, options)).not.toContain("excepted nothing");
		expect(JSON.parse(asJson(none)).unusedExceptions).toEqual([]);
	});
});
