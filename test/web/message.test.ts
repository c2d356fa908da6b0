import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createReadMessage } from "../../src/audit/read-message.ts";
import type { Council } from "../../src/config/council.ts";
import { reconcileFindings } from "../../src/store/findings.ts";
import { storeBatch } from "../../src/store/messages.ts";
import { copies, ledger, messageFacts } from "../../src/store/schema.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";
import { silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

const CLERK = `clerk@${DOMAIN}`;
const LINES = [
	`From: Sam Tickle <works@${DOMAIN}>`,
	`To: Cllr Alan Pell <a.pell@${DOMAIN}>`,
	`Bcc: <r.voss@${DOMAIN}>`,
	"Subject: Allotment <b>gate</b>",
	"Date: Mon, 2 Mar 2026 10:15:00 +0000",
	`Message-ID: <gate@${DOMAIN}>`,
	"Content-Type: text/plain; charset=utf-8",
	"",
	"Dear Cllr Pell,",
	"",
	"thank you for The Note   about",
	"the gate. <script>alert(1)</script>",
	"",
	"Regards",
	"Sam Tickle",
	"",
	"On 1 March 2026, Alan Pell wrote:",
	"> The hinge of the gate is broken, and has been for weeks.",
	"",
];

let site: Site;
let clerk: string;
let maildir: string;
let path: string;
beforeAll(async () => {
	site = await openSite();
	clerk = await site.signIn(CLERK);
	maildir = site.place.council.mailboxes[0]?.maildir ?? "";
});
afterAll(() => site.close());

/** Puts the message into the mailbox and its finding into the store, as the service does. */
beforeEach(async () => {
	const { db } = site.installation.store;
	await db.delete(copies);
	await db.delete(messageFacts);
	for (const part of ["cur", "new"]) {
		for (const name of await readdir(join(maildir, ".Sent", part))) await rm(join(maildir, ".Sent", part, name));
	}
	await site.place.deliver("gate", LINES);
	path = join(maildir, ".Sent", "new", "gate");
	const at = { mailbox: CLERK, folder: "Sent", file: ".Sent/new/gate" };
	const read = createReadMessage({ register: THORNBY, key: new Uint8Array(32), exclusions: [] });
	const result = await read({ raw: Buffer.from(LINES.join("\r\n")), at, journal: false });
	if (result.kind !== "facts") throw new Error(result.kind);
	await storeBatch(
		db,
		{ copies: [{ at, facts: result.facts }], unreadable: [], passedOver: [], leftOut: [] },
		site.installation.keysOf,
		new Date(),
	);
	const finding = silentCopy("gate", { on: { subject: "Allotment <b>gate</b>" } });
	await reconcileFindings(db, new Map([[result.facts.identity, [finding]]]), new Date());
});

const shown = async (site_ = site, cookie = clerk) => (await site_.get("/findings/f_gate/message", cookie)).body;

describe("a finding's page", () => {
	test("shows what was seen, who has a part in it, the clause, the header and the text to put it right", async () => {
		const { status, body } = await site.get("/findings/f_gate", clerk);
		expect(status).toBe(200);
		for (const words of [
			"Sam Tickle wrote to Cllr Alan Pell",
			"Certain: the record shows it.",
			"Correspondence, 1<br>Every rule",
			"Received it without being named: Ruth Voss",
			"Text: “the note about the gate”",
			"Copies of which no source keeps a trace.",
			"Sam Tickle &lt;works@thornby-pc.example&gt;",
			"Cllr Alan Pell &lt;a.pell@thornby-pc.example&gt;",
			"Allotment &lt;b&gt;gate&lt;/b&gt;",
			"2 March 2026, 10:15",
			"I sent a copy to Cllr Voss.",
			"What this rule means",
			"An officer wrote to a councillor by name.",
		]) {
			expect(body).toContain(words);
		}
		expect(body).not.toContain("thank you for");
	});

	test("names related findings on the message that its viewer may see, and no others", async () => {
		const { db } = site.installation.store;
		const [row] = await db.select({ identity: messageFacts.identity }).from(messageFacts);
		const other = silentCopy("footer", { rule: "missing-copy-footer" });
		const hidden = silentCopy("hidden", { rule: "confidential-leak" });
		await reconcileFindings(
			db,
			new Map([[row?.identity ?? "", [silentCopy("gate"), other, hidden]]]),
			new Date(),
			undefined,
			({ id }) => ({ involved: [], concern: id === "f_hidden" ? "clerk" : "anyone" }),
		);
		const { body } = await site.get("/findings/f_gate", clerk);
		expect(body).toContain("/findings/f_footer");
		expect(body).not.toContain("/findings/f_hidden");
	});
});

describe("the message of a finding", () => {
	test("is fetched from the mailbox, escaped, with the deciding words marked and the quote folded", async () => {
		const body = await shown();
		expect(body).toContain("<mark>The Note about\nthe gate</mark>");
		expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
		expect(body).not.toContain("<script>alert");
		expect(body).toMatch(/<details[^>]*>\s*<summary[^>]*><span[^>]*>Quoted: Alan Pell/u);
		expect(body).toContain("r.voss@thornby-pc.example");
	});

	test("is noted in the ledger as opened, and none of its words is stored", async () => {
		await shown();
		const { db } = site.installation.store;
		const rows = await db.select().from(ledger);
		expect(rows.filter(({ kind }) => kind === "message.opened").at(-1)?.entry).toEqual({
			finding: "f_gate",
			by: CLERK,
		});
		expect(JSON.stringify(rows)).not.toContain("Note");
	});

	test("comes as a part of the page where the page asks for that", async () => {
		const { body } = await site.get("/findings/f_gate/message?part=1", clerk);
		expect(body).toContain("<mark>");
		expect(body).not.toContain("<html");
	});

	test("is found again where the mail program moved it from new to cur and wrote flags behind its name", async () => {
		await rename(path, join(maildir, ".Sent", "cur", "gate:2,RS"));
		expect(await shown()).toContain("<mark>");
	});

	test("that is gone, or is another one by now, is said so, and the finding's page stays", async () => {
		await writeFile(path, LINES.join("\r\n").replace("the gate.", "the fence."));
		expect(await shown()).toContain("is another one, or was changed");
		await rm(path);
		expect(await shown()).toContain("no longer where Candour found it");
		await site.installation.store.db.delete(copies);
		expect(await shown()).toContain("no longer knows where this message lies");
		expect((await site.get("/findings/f_gate", clerk)).status).toBe(200);
	});

	test("is not for those who may not see the finding", async () => {
		const { db } = site.installation.store;
		const before = (await db.select().from(ledger)).length;
		for (const who of ["reader", "admin", "b.lund"]) {
			const cookie = await site.signIn(`${who}@${DOMAIN}`);
			expect((await site.get("/findings/f_gate/message", cookie)).status).toBe(404);
		}
		expect(await db.select().from(ledger)).toHaveLength(before);
	});

	test("that was excluded meanwhile, or whose mailbox is gone from the configuration, is not shown", async () => {
		const { installation } = site;
		const council = installation.council as { -readonly [Key in keyof Council]: Council[Key] };
		const { createMessageOpener } = await import("../../src/web/findings/open-message.ts");
		const { findingSeen } = await import("../../src/store/findings-list.ts");
		const { ALL } = await import("../../src/store/sight.ts");
		const row = await findingSeen(installation.store.db, ALL, "f_gate");
		if (row === undefined) throw new Error("no finding");
		const open = async (change: Partial<Council>) => {
			const opener = createMessageOpener({ ...installation, council: { ...council, ...change } });
			try {
				return await opener.open(row);
			} finally {
				await opener.close();
			}
		};
		expect(await open({})).toMatchObject({ kind: "shown" });
		const exclusions = [{ reason: "occupational health", subject: "allotment" }];
		expect(await open({ exclusions })).toEqual({
			kind: "not-shown",
			because: "This message is excluded from reading now (occupational health), so it is not shown.",
		});
		expect(await open({ mailboxes: [] })).toMatchObject({ because: expect.stringContaining("no longer connected") });
		const imap = { host: "127.0.0.1", port: 1, secure: false, user: "x", auth: { password: "y" } };
		expect(await open({ mailboxes: [{ name: CLERK, journal: false, imap }] })).toMatchObject({ kind: "not-shown" });
	});
});
