import { describe, expect, test } from "vitest";
import type { Exclusion } from "../../src/config/council.ts";
import { admitBy } from "../../src/mail/admission.ts";
import { letter } from "./sources/letters.ts";

const exclusions: Exclusion[] = [
	{ address: "Monitoring.Officer@sallowfield.example", reason: "monitoring officer" },
	{ domain: "unity.example", reason: "union" },
	{ folder: "Casework", reason: "ward casework" },
	{ subject: "Occupational  health", reason: "occupational health" },
];
const admit = admitBy(exclusions);
const ask = (mail: Parameters<typeof letter>[0], folder = "INBOX") =>
	admit(Buffer.from(letter(mail)), { mailbox: "clerk@thornby.example", folder });

describe("the header stage", () => {
	test.each([
		[
			"from an excluded address",
			{ subject: "x", from: "Mo <monitoring.officer@SALLOWFIELD.example>" },
			"monitoring officer",
		],
		[
			"to an excluded address",
			{ subject: "x", to: "a@b.example, monitoring.officer@sallowfield.example" },
			"monitoring officer",
		],
		["copied blind to one", { subject: "x", headers: ["Bcc: rep@unity.example"] }, "union"],
		["from a subdomain of an excluded domain", { subject: "x", from: "rep@north.unity.example" }, "union"],
		["redirected to an excluded domain", { subject: "x", headers: ["Resent-To: rep@unity.example"] }, "union"],
		[
			"with an excluded subject in other letters",
			{ subject: "RE: OCCUPATIONAL HEALTH referral" },
			"occupational health",
		],
		["marked personal", { subject: "x", headers: ["Sensitivity: personal"] }, "marked personal by its sender"],
	])("excludes a message %s, with the reason", (_, mail, reason) => {
		expect(ask(mail)).toEqual({ read: false, excluded: reason });
	});

	test.each([
		["from a domain that only ends alike", { subject: "x", from: "rep@community.example" }],
		["that only answers to an excluded address", { subject: "x", headers: ["Reply-To: rep@unity.example"] }],
		["that names an excluded address in its subject", { subject: "About rep@unity.example" }],
		["marked private, which is a marking and no exclusion", { subject: "x", headers: ["Sensitivity: Private"] }],
	])("admits a message %s", (_, mail) => {
		expect(ask(mail)).toEqual({ read: true });
	});

	test("excludes a folder and those below it, not one whose name only begins alike", () => {
		expect(ask({ subject: "x" }, "INBOX/casework/Mill Lane")).toEqual({ read: false, excluded: "ward casework" });
		expect(ask({ subject: "x" }, "Casework old")).toEqual({ read: true });
	});

	test("reads an encoded subject as people see it", () => {
		const subject = "=?utf-8?B?T2NjdXBhdGlvbmFsIGhlYWx0aA==?=";
		expect(ask({ subject })).toMatchObject({ excluded: "occupational health" });
	});

	test("says what no rule can need, after the exclusions", () => {
		const choosy = admitBy(exclusions, { needs: ({ subject }) => subject.includes("Roads") });
		const at = { mailbox: "", folder: "" };
		expect(choosy(Buffer.from(letter({ subject: "Bins" })), at)).toEqual({ read: false, notNeeded: true });
		expect(choosy(Buffer.from(letter({ subject: "Roads" })), at)).toEqual({ read: true });
		expect(choosy(Buffer.from(letter({ subject: "Bins", from: "a@unity.example" })), at)).toMatchObject({
			excluded: "union",
		});
	});
});
