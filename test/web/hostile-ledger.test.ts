import { afterAll, beforeAll, expect, test } from "vitest";
import { append } from "../../src/store/ledger.ts";
import { DOMAIN } from "../thornby.ts";
import { byTheClerk, silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

const READER = `reader@${DOMAIN}`;

let site: Site;
beforeAll(async () => {
	site = await openSite();
	await site.raise([silentCopy("plain"), byTheClerk("hers")]);
	const entries = ["plain", "hers"].flatMap((name) => {
		const id = `f_${name}`;
		return [
			{ kind: "finding.raised", entry: { id, rule: `rule-of-${name}`, severity: "breach" } },
			{ kind: "finding.decided", entry: { id, decision: 1, as: `as-${name}`, by: `by-${name}@${DOMAIN}` } },
			{ kind: "message.opened", entry: { finding: id, by: `by-${name}@${DOMAIN}` } },
			{ kind: "alert.sent", entry: { alert: `alert-${name}`, findings: [id], recipients: 1 } },
		];
	});
	await append(site.installation.store.db, entries, new Date());
});
afterAll(() => site.close());

const ledgerFor = async (email: string) => (await site.get("/ledger", await site.signIn(email))).body;

test("the Clerk doesn't learn from the ledger what was found and decided on her, and others' she reads", async () => {
	const body = await ledgerFor(`clerk@${DOMAIN}`);
	expect(body).not.toContain("hers");
	for (const words of ["id f_plain", "rule-of-plain", "as-plain", `by by-plain@${DOMAIN}`, "alert-plain"]) {
		expect(body).toContain(words);
	}
	// That there is an entry shows: the numbers have no gap.
	expect(body.match(/not for you to see/gu)).toHaveLength(4);
});

test("a conflict reviewer reads what concerns the Clerk", async () => {
	const body = await ledgerFor(`b.lund@${DOMAIN}`);
	expect(body).toContain("id f_hers");
	expect(body).not.toContain("f_plain");
});

test.each([READER, `admin@${DOMAIN}`])(
	"%s, who sees no findings, gets no ids to look his own messages up by",
	async (email) => {
		const body = await ledgerFor(email);
		expect(body).not.toMatch(/f_(?:plain|hers)|rule-of|as-(?:plain|hers)|by-(?:plain|hers)/u);
		expect(body).toContain("Decision on a finding");
	},
);
