/** A council whose mail lies in a Maildir and whose alerts are written into a folder. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Council } from "../../src/config/council.ts";
import { putFreshDatabase } from "../store/fresh-database.ts";
import { DOMAIN, EVERY_RULE, THORNBY } from "../thornby.ts";

export const CLERK = `clerk@${DOMAIN}`;

export interface Place {
	readonly council: Council;
	/** Puts a message into the clerk's sent folder, as a mail program does. */
	deliver(name: string, lines: readonly string[], folder?: string): Promise<void>;
	/** The mails that Candour wrote, in the order of their names. */
	written(): Promise<readonly string[]>;
	remove(): Promise<void>;
}

export async function makePlace(change: Partial<Council> = {}): Promise<Place> {
	const root = await mkdtemp(join(tmpdir(), "candour-service-"));
	if (change.storage === undefined) await putFreshDatabase(join(root, "data"));
	return placeAt(root, change);
}

/** The same place again, for another process. */
export async function placeAt(root: string, change: Partial<Council> = {}): Promise<Place> {
	const maildir = join(root, "clerk");
	const outgoing = join(root, "outgoing");
	for (const folder of ["", ".Sent"]) {
		for (const part of ["cur", "new", "tmp"]) await mkdir(join(maildir, folder, part), { recursive: true });
	}
	await mkdir(outgoing, { recursive: true });
	return {
		council: {
			file: join(root, "council.yaml"),
			register: THORNBY,
			protocol: EVERY_RULE,
			exclusions: [{ reason: "union", domain: "union.example" }],
			calendar: { nation: "england", closed: [] },
			mailboxes: [{ name: CLERK, journal: false, maildir }],
			alerts: { to: [CLERK], conflict: [`b.lund@${DOMAIN}`], minimumSeverity: "breach", settleMs: 300 },
			digest: { to: [CLERK], day: "monday", time: "08:00" },
			smtp: { kind: "directory", directory: outgoing },
			web: { host: "127.0.0.1", port: 0, url: "http://127.0.0.1", trustProxy: [], link: true },
			reviewers: [],
			retention: { findings: "P2Y", facts: "P1Y" },
			scans: false,
			storage: { kind: "embedded", directory: join(root, "data") },
			warnings: [],
			...change,
		},
		deliver: async (name, lines, folder = ".Sent") => {
			const temporary = join(maildir, folder, "tmp", name);
			await writeFile(temporary, lines.join("\r\n"));
			await rename(temporary, join(maildir, folder, "new", name));
		},
		written: async () => {
			const names = (await readdir(outgoing)).filter((name) => name.endsWith(".eml")).sort();
			return Promise.all(names.map((name) => readFile(join(outgoing, name), "utf8")));
		},
		remove: () => rm(root, { recursive: true, force: true }),
	};
}

/** The deputy writes to one councillor; with a Bcc the copy is a silent one. */
export function letter(
	name: string,
	change: { readonly bcc?: string; readonly from?: string; readonly date?: Date } = {},
) {
	const { from = `deputy@${DOMAIN}`, bcc, date = new Date(Date.now() - 3_600_000) } = change;
	return [
		`From: Rae Dunn <${from}>`,
		`To: Cllr Alan Pell <a.pell@${DOMAIN}>`,
		...(bcc === undefined ? [] : [`Bcc: <${bcc}>`]),
		`Subject: Allotment gate ${name}`,
		`Date: ${date.toUTCString()}`,
		`Message-ID: <${name}@${DOMAIN}>`,
		"Content-Type: text/plain; charset=utf-8",
		"",
		"Dear Cllr Pell,",
		`thank you for the note about the gate at plot ${name}.`,
		"Regards",
		"Rae Dunn",
		"",
	];
}
