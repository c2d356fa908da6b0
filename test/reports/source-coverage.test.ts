import { expect, test } from "vitest";
import type { MailboxConfig } from "../../src/config/council.ts";
import { sourcesFrom, sourcesOf } from "../../src/reports/source-coverage.ts";

const mailbox = (name: string, change: Partial<MailboxConfig> = {}): MailboxConfig => ({
	name,
	journal: false,
	maildir: "/mail",
	...change,
});
const folders = (...pairs: [string, string[]][]) => new Map(pairs.map(([name, list]) => [name, new Set(list)]));

test("a mailbox without a Sent folder says what that hides; one with it, and a journal, don't", () => {
	const council = { mailboxes: [mailbox("journal@thornby.example", { journal: true })] };
	const read = folders(
		["clerk@thornby.example", ["INBOX", "Sent Items"]],
		["deputy@thornby.example", ["INBOX"]],
		["journal@thornby.example", ["INBOX"]],
	);
	expect(sourcesOf(read, council).map(({ name, cannotSee }) => [name, cannotSee.length])).toEqual([
		["clerk@thornby.example", 0],
		["deputy@thornby.example", 1],
		["journal@thornby.example", 0],
	]);
});

test("without a journal the report says so once, and without mail that there was none", () => {
	const read = folders(["a@thornby.example", ["Sent"]], ["b@thornby.example", ["INBOX/Sent"]]);
	expect(sourcesOf(read, { mailboxes: [] }).flatMap(({ cannotSee }) => cannotSee)).toEqual([
		expect.stringContaining("No journal"),
	]);
	expect(sourcesOf(new Map(), { mailboxes: [] })[0]?.cannotSee).toEqual([
		expect.stringMatching(/^Nothing was found in it/u),
	]);
});

test("a configured mailbox in which nothing was found is named, and says so", () => {
	const opened = ["clerk@thornby.example", "office@thornby.example"];
	const sources = sourcesOf(folders(["office@thornby.example", ["Sent"]]), { mailboxes: [] }, opened);
	expect(sources).toEqual([
		expect.objectContaining({
			name: "clerk@thornby.example",
			cannotSee: [expect.stringMatching(/^Nothing was found/u)],
		}),
		expect.objectContaining({ name: "office@thornby.example", cannotSee: [expect.stringMatching(/^No journal/u)] }),
	]);
});

test("an export in which no folder is named after a mailbox still has a name", () => {
	const [source] = sourcesOf(folders(["", ["Sent Items"]]), { mailboxes: [] });
	expect(source?.name).toBe("The mail given");
});

const NOW = { now: new Date("2026-06-10T08:00:00Z"), timezone: "Europe/London" };

test("a mailbox not reached for more than a day counts as not read, and says since when; a single folder is named", () => {
	const connectedSince = new Date("2026-05-01T08:00:00Z");
	const [old, fresh] = [new Date("2026-06-08T14:05:00Z"), new Date("2026-06-10T07:30:00Z")];
	const council = { mailboxes: [mailbox("a@thornby.example"), mailbox("b@thornby.example")] };
	const states = [
		{ mailbox: "a@thornby.example", folder: "", connectedSince, lastSeen: old },
		{ mailbox: "a@thornby.example", folder: "Sent", connectedSince, lastSeen: old },
		{ mailbox: "b@thornby.example", folder: "", connectedSince, lastSeen: fresh },
		{ mailbox: "b@thornby.example", folder: "Sent", connectedSince, lastSeen: old },
	];
	const [a, b] = sourcesFrom(states, council, NOW);
	expect(a).toMatchObject({ connected: false, reason: "it was last reached on 8 June 2026, 15:05" });
	expect(b).toMatchObject({
		connected: true,
		cannotSee: [expect.stringContaining("Sent was last reached on 8 June 2026")],
	});
});

test("a watched mailbox with a failing folder counts as not read, one never reached too, a declared one not at all", () => {
	const { maildir, ...declared } = mailbox("declared@thornby.example");
	expect(maildir).toBeDefined();
	const council = { mailboxes: [mailbox("a@thornby.example"), mailbox("b@thornby.example"), declared] };
	const states = [
		{ mailbox: "a@thornby.example", folder: "INBOX", connectedSince: NOW.now },
		{ mailbox: "a@thornby.example", folder: "Sent", lastErrorCode: "SOURCE_LOGIN_REFUSED" },
	];
	expect(sourcesFrom(states, council, NOW).map(({ name, connected, reason }) => [name, connected, reason])).toEqual([
		["a@thornby.example", false, "it fails at folder Sent (SOURCE_LOGIN_REFUSED)"],
		["b@thornby.example", false, "it was never reached"],
	]);
});
