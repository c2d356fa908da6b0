import { expect, test } from "vitest";
import { readingDigest } from "../src/configuration-digests.ts";
import { protocolWith } from "./rules/with-settings.ts";
import { THORNBY } from "./thornby.ts";

const digestWith = (rule: string, settings: object) =>
	readingDigest({
		register: THORNBY,
		mailboxes: [],
		exclusions: [],
		calendar: { nation: "england", closed: [] },
		protocol: protocolWith(rule, { ...settings }),
	});

test("mail is read anew where a setting has more looked for in it, and for no other change of the rules", () => {
	const before = digestWith("councillor-obligation", {});
	expect(digestWith("councillor-obligation", { chair: "free" })).toBe(before);
	expect(digestWith("silent-copy", { noticeHours: 48 })).toBe(before);
	expect(digestWith("councillor-obligation", { bound: "both" })).not.toBe(before);
});
