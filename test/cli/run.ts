/** Runs the real command line in a directory of its own, with an invented council and a few of its mails. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { putFreshDatabase } from "../store/fresh-database.ts";

const CANDOUR = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
const LIMIT_MS = 90_000;
/** For tests that open a store: alone 3 s each, on a busy machine ten times as long. */
export const SLOW_MS = 120_000;

export interface Ran {
	readonly status: number | null;
	readonly out: string;
	readonly err: string;
}

export function candour(
	directory: string,
	args: readonly string[],
	input = "",
	env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [CANDOUR, ...args], {
			cwd: directory,
			timeout: LIMIT_MS,
			env: { ...process.env, ...env },
		});
		let out = "";
		let err = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			out += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			err += text;
		});
		child.on("error", reject);
		child.on("close", (status) => resolve({ status, out, err }));
		child.stdin.on("error", () => undefined);
		child.stdin.end(input);
	});
}

export const COUNCIL = `council: { name: Thornby Parish Council, domains: [thornby.example], timezone: Europe/London, protocol: camborne }
people:
  - { name: Edith Marlow, role: officer, title: Clerk, offices: [proper-officer], email: [clerk@thornby.example] }
  - { name: Iris Penhale, role: councillor, email: [i.penhale@thornby.example] }
  - { name: Rowan Tasker, role: councillor, email: [r.tasker@thornby.example] }
  - { name: Maud Garrick, role: councillor, offices: [chair], email: [m.garrick@thornby.example] }
rules: { staff-instruction: off }
digest: { to: [clerk@thornby.example], day: monday, time: "08:00" }
smtp: { directory: ./outgoing }
storage: { directory: ./data }
`;

/** The Clerk's letter to one councillor, with another one hidden or not, and a copy line or not. */
export function letter(
	change: { bcc?: boolean; foot?: string; date?: string; subject?: string; id?: string } = {},
): string {
	const {
		bcc = true,
		foot = "",
		date = "Tue, 2 Jun 2026 10:15:00 +0100",
		subject = "Allotment gate",
		id = "gate-1",
	} = change;
	return [
		"From: Edith Marlow <clerk@thornby.example>",
		"To: Iris Penhale <i.penhale@thornby.example>",
		...(bcc ? ["Bcc: Rowan Tasker <r.tasker@thornby.example>"] : []),
		`Subject: ${subject}`,
		`Date: ${date}`,
		`Message-ID: <${id}@thornby.example>`,
		"MIME-Version: 1.0",
		"Content-Type: text/plain; charset=utf-8",
		"",
		"Dear Iris,",
		"",
		"The lock on the lower gate will be changed on Friday, and the key left at the office.",
		"",
		"Regards",
		"Edith Marlow",
		"Clerk to the Council",
		...(foot === "" ? [] : ["", foot]),
		"",
	].join("\r\n");
}

/** A fresh directory with these files; `council.yaml` is there unless it is given as "". */
export function place(files: Readonly<Record<string, string>> = {}): string {
	const directory = mkdtempSync(join(tmpdir(), "candour-cli-"));
	for (const [name, content] of Object.entries({ "council.yaml": COUNCIL, ...files })) {
		if (content === "") continue;
		mkdirSync(dirname(join(directory, name)), { recursive: true });
		writeFileSync(join(directory, name), content);
	}
	return directory;
}

/** The same, with a store that need not be set up first. */
export async function placeWithStore(files: Readonly<Record<string, string>> = {}): Promise<string> {
	const directory = place(files);
	await putFreshDatabase(join(directory, "data"));
	return directory;
}

export const SENT = "mail/clerk@thornby.example/Sent";
