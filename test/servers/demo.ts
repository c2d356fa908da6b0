/** `candour demo` as somebody runs it to look around: a process with the sample council, its pages, and its mails as files. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParsedMail, simpleParser } from "mailparser";
import { putFreshDatabase } from "../store/fresh-database.ts";
import { freePort } from "./free-port.ts";
import { pause } from "./server-process.ts";

const BIN = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../config/demo", import.meta.url));
const PRELOADED = [
	new URL("../system/shifted-clock.ts", import.meta.url),
	new URL("./lasting-cookies.ts", import.meta.url),
];
/** Of the last week that has mail in the sample. */
export const LAST_FRIDAY = "2026-11-20T09:05:00Z";
const STARTED_WITHIN_MS = 120_000;
const MAIL_WITHIN_MS = 20_000;

export interface Demo {
	readonly url: string;
	/** Everything it said on the terminal so far. */
	readonly said: string;
	/** The mails that it wrote as files, in no order. */
	mails(): Promise<readonly ParsedMail[]>;
	/** The link in the mail to this address that was not taken yet; waits until the mail is there. */
	linkFor(email: string): Promise<string>;
	/** SIGTERM, and its end. */
	stop(): Promise<void>;
}

export interface DemoOptions {
	/** An empty folder. */
	readonly directory: string;
	/** What its clock shows at the start, ISO 8601. */
	readonly now: string;
	/** Of the pages; absent: any that is free. */
	readonly port?: number;
	/** Lines of YAML that join the sample's reviewers. */
	readonly reviewers?: readonly string[];
}

/** Resolves when the sample mail was read and the pages are served. */
export async function startDemo({ directory, now, reviewers = [], ...asked }: DemoOptions): Promise<Demo> {
	const port = asked.port ?? (await freePort());
	mkdirSync(directory, { recursive: true });
	cpSync(SAMPLE, directory, { recursive: true });
	const file = join(directory, "council.yaml");
	const sample = readFileSync(file, "utf8");
	const changed = sample
		.replace(/^web: .*$/mu, `web: { port: ${port} }`)
		.replace(/^reviewers:$/mu, ["reviewers:", ...reviewers.map((line) => `  - ${line}`)].join("\n"));
	writeFileSync(file, changed);
	await putFreshDatabase(join(directory, "data"));
	const child = spawn(process.execPath, [BIN, "demo", "--directory", directory], {
		env: {
			...process.env,
			NODE_OPTIONS: PRELOADED.map(({ href }) => `--import=${href}`).join(" "),
			CANDOUR_CLOCK_SHIFT_MS: String(Date.parse(now) - Date.now()),
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	// A test run that is broken off must not leave it behind.
	const kill = () => child.kill("SIGKILL");
	process.once("exit", kill);
	let running = true;
	const ended = new Promise<void>((resolve) =>
		child.once("close", () => {
			running = false;
			process.removeListener("exit", kill);
			resolve();
		}),
	);
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
	}
	const outbox = join(directory, "outbox");
	const deadline = Date.now() + STARTED_WITHIN_MS;
	while (!said.includes("Watching the sample mail")) {
		if (!running || Date.now() > deadline) {
			child.kill("SIGKILL");
			throw new Error(`The demo did not start: ${said}`);
		}
		await pause(50);
	}
	const taken = new Set<string>();
	const files = () => readdirSync(outbox).filter((name) => name.endsWith(".eml"));
	return {
		url: `http://127.0.0.1:${port}`,
		get said() {
			return said;
		},
		mails: () => Promise.all(files().map((name) => simpleParser(readFileSync(join(outbox, name))))),
		linkFor: async (email) => {
			for (const until = Date.now() + MAIL_WITHIN_MS; Date.now() < until; await pause(50)) {
				for (const name of files().filter((one) => !taken.has(one))) {
					const { to, text = "" } = await simpleParser(readFileSync(join(outbox, name)));
					const addresses = [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
					const [link] = /http:\S+\/sign-in\/link\?token=\S+/u.exec(text) ?? [];
					if (!addresses.includes(email) || link === undefined) continue;
					taken.add(name);
					return link;
				}
			}
			throw new Error(`No link for ${email} was mailed.`);
		},
		stop: async () => {
			child.kill("SIGTERM");
			await ended;
			rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
