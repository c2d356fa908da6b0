import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseMessage } from "../../../src/mail/parse.ts";
import type { Admit, Found } from "../../../src/mail/source.ts";
import { openExport } from "../../../src/mail/sources/open.ts";
import { type Msg, msg } from "../office-97.ts";

/** The package brings a mailbox of 71 public messages to try itself on. */
const SAMPLE = join(
	dirname(createRequire(import.meta.url).resolve("pst-extractor/package.json")),
	"example/testdata/enron.pst",
);
const SAMPLE_MESSAGES = 71;

let root = "";
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "candour-outlook-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, bytes: Buffer): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), bytes);
}

async function read(path = "", admit: Admit = () => ({ read: true })): Promise<readonly Found[]> {
	const found: Found[] = [];
	for await (const one of (await openExport(join(root, path))).read({}, admit)) found.push(one);
	return found;
}

const messages = (found: readonly Found[]) => found.flatMap((one) => (one.kind === "message" ? [one] : []));
const subjectOf = async (raw: Buffer): Promise<string> =>
	(await parseMessage(raw, { journal: false, mailbox: "" })).subject;

describe("a .pst file", () => {
	test("gives every message with its folder, people and files", async () => {
		await copyFile(SAMPLE, join(root, "m.lokay@thornby.example.pst"));
		const found = messages(await read("m.lokay@thornby.example.pst"));
		expect(found).toHaveLength(SAMPLE_MESSAGES);
		const [first] = found;
		expect(first?.at).toEqual({
			mailbox: "m.lokay@thornby.example",
			folder: "lokay-m/MLOKAY (Non-Privileged)",
			file: "m.lokay@thornby.example.pst#lokay-m/MLOKAY (Non-Privileged)/1",
		});
		const message = await parseMessage(first?.raw ?? Buffer.of(), { journal: false, mailbox: "" });
		expect(message).toMatchObject({
			from: [{ address: "ftenergy1@ftenergy.com" }],
			to: [{ address: "powermart1@list2.resdata.com" }],
			dateFrom: "date",
			partlyRead: [],
		});
		expect(message.attachments).toHaveLength(1);
		expect(message.plain?.length).toBeGreaterThan(1_000);
	});

	test("in a folder of exports takes its mailbox from the folder around it", async () => {
		await mkdir(join(root, "clerk@thornby.example"));
		await copyFile(SAMPLE, join(root, "clerk@thornby.example", "archive.pst"));
		const found = messages(await read());
		expect(found).toHaveLength(SAMPLE_MESSAGES);
		expect(new Set(found.map(({ at }) => at.mailbox))).toEqual(new Set(["clerk@thornby.example"]));
	});

	test("is asked about by the headers of each message", async () => {
		await copyFile(SAMPLE, join(root, "all.pst"));
		const found = await read("all.pst", (headers) =>
			/^Subject: New OBA/mu.test(headers.toString()) ? { read: true } : { read: false, excluded: "test" },
		);
		expect(messages(found)).toHaveLength(1);
		expect(found.filter(({ kind }) => kind === "excluded")).toHaveLength(SAMPLE_MESSAGES - 1);
	});

	test("that is none, empty or cut off is said to be unreadable", async () => {
		await put("none.pst", Buffer.from("no such thing"));
		await put("empty.pst", Buffer.of());
		await put("cut.pst", Buffer.concat([Buffer.from("!BDN"), Buffer.alloc(2_000)]));
		for (const name of ["none.pst", "empty.pst", "cut.pst"]) {
			expect(await read(name)).toEqual([
				{
					kind: "unreadable",
					at: { mailbox: "", folder: "", file: name },
					reason: "the file is no .pst, or is broken",
				},
			]);
		}
	});
});

describe(".msg files", () => {
	const letter: Msg = {
		subject: "Drains",
		body: "Noted.",
		sent: "2026-03-03T10:15:00Z",
		recipients: [[1, "Cllr Alan Pell", "a.pell@thornby.example"]],
	};

	test("are read by themselves and in folders, broken ones named", async () => {
		await put("one.msg", msg(letter));
		expect(await subjectOf(messages(await read("one.msg"))[0]?.raw ?? Buffer.of())).toBe("Drains");
		await put("clerk@thornby.example/Sent/a.msg", msg({ ...letter, subject: "A" }));
		await put("clerk@thornby.example/Sent/b.msg", Buffer.from("x"));
		await put("clerk@thornby.example/Sent/c.msg", msg({ ...letter, subject: "C" }));
		await put("clerk@thornby.example/Drafts/d.msg", msg(letter));
		const found = await read("clerk@thornby.example");
		const sent = messages(found);
		expect(await Promise.all(sent.map(({ raw }) => subjectOf(raw)))).toEqual(["A", "C"]);
		expect(sent[0]?.at).toEqual({ mailbox: "clerk@thornby.example", folder: "Sent", file: "Sent/a.msg" });
		expect(found.filter(({ kind }) => kind !== "message")).toEqual([
			{ kind: "left-out", mailbox: "clerk@thornby.example", folder: "Drafts", count: 1 },
			{
				kind: "unreadable",
				at: { mailbox: "clerk@thornby.example", folder: "Sent", file: "Sent/b.msg" },
				reason: "the file is no .msg, or is broken",
			},
		]);
	});
});
