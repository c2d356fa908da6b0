/**
 * `npm run bench [-- --messages 5000 --rounds 3]`: an on-demand audit of a mailbox on a local Dovecot, beside mbsync
 * merely copying it and beside a bare fetch-and-parse loop. The ratios of one run count, not the figures themselves.
 * With `--processes`: two worker processes against one instead.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startDovecot } from "../servers/dovecot.ts";
import { findProgram } from "../servers/programs.ts";
import { benchPeople, CLERK, COUNCIL_DOMAIN, makeMailbox } from "./mailbox.ts";
import { type MeasuredRun, measuredRun } from "./measured-run.ts";
import { compareProcesses } from "./processes.ts";

const PASSWORD = "bench";
/** What a release must reach (docs/decisions.md). */
const LEAST_OF_BARE_LOOP = 0.6;
const LEAST_OF_MBSYNC = 1;
const MOST_MEMORY_MB = 300;

const { values } = parseArgs({
	options: {
		messages: { type: "string", default: "5000" },
		rounds: { type: "string", default: "3" },
		processes: { type: "boolean", default: false },
	},
});
const messages = Number(values.messages);
const rounds = Number(values.rounds);

if (values.processes) {
	await compareProcesses(messages, rounds);
	process.exit();
}

const folder = await mkdtemp(join(tmpdir(), "candour-bench-"));
const dovecot = await startDovecot({ accounts: [{ user: CLERK, password: PASSWORD }] });
try {
	let bytes = 0;
	for (const { raw, date } of makeMailbox(messages)) {
		bytes += raw.length;
		await dovecot.deliver(CLERK, "INBOX", raw, date);
	}
	await writeFile(join(folder, "council.yaml"), councilFile());
	await writeFile(join(folder, "mbsyncrc"), mbsyncFile());
	const mbsync = findProgram("mbsync") ?? "mbsync";
	const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
	const login = [`${dovecot.port}`, CLERK, PASSWORD];
	const audit = ["audit", "--config", join(folder, "council.yaml"), "--format", "json"];
	const contestants: Record<string, (round: number) => Promise<MeasuredRun>> = {
		// Status 1 says that it found breaches.
		audit: () => measuredRun(process.execPath, [script("../../bin/candour.js"), ...audit], [0, 1]),
		"bare loop": () => measuredRun(process.execPath, [script("./bare-loop.ts"), ...login]),
		mbsync: async () => {
			await rm(join(folder, "copy"), { recursive: true, force: true });
			await mkdir(join(folder, "copy"));
			return measuredRun(mbsync, ["-c", join(folder, "mbsyncrc"), "-q", "bench"]);
		},
		"source, one pass": () => measuredRun(process.execPath, [script("./source-loop.ts"), ...login, "1"]),
		"source, two passes": () => measuredRun(process.execPath, [script("./source-loop.ts"), ...login, "2"]),
	};
	console.error(`${messages} messages, ${(bytes / messages / 1024).toFixed(1)} KB on average, ${rounds} rounds`);
	// The first reading fills Dovecot's caches, so that nobody pays for the others.
	await contestants["bare loop"]?.(0);
	const runs = new Map<string, MeasuredRun[]>();
	for (let round = 0; round < rounds; round += 1) {
		for (const [name, run] of Object.entries(contestants)) {
			const measured = await run(round);
			checkComplete(name, measured);
			runs.set(name, [...(runs.get(name) ?? []), measured]);
		}
	}
	report(runs);
	const { output } = await measuredRun(process.execPath, [
		script("./reading-share.ts"),
		join(folder, "council.yaml"),
		`${messages}`,
	]);
	reportShares(JSON.parse(output));
} finally {
	await dovecot.stop();
	await rm(folder, { recursive: true, force: true });
}

/** A contestant that leaves messages out would be fast for nothing. */
function checkComplete(name: string, { output }: MeasuredRun): void {
	if (name === "mbsync") return;
	const seen = name === "audit" ? Number(JSON.parse(output).coverage.found) : Number(output);
	if (seen !== messages) throw new Error(`${name} saw ${seen} of ${messages} messages`);
}

function report(runs: ReadonlyMap<string, readonly MeasuredRun[]>): void {
	const rate = (name: string) => messages / (median((runs.get(name) ?? []).map((run) => run.milliseconds)) / 1000);
	const peak = (name: string) => Math.max(...(runs.get(name) ?? []).map((run) => run.peakBytes)) / 1024 / 1024;
	for (const name of runs.keys()) {
		console.log(
			`${name.padEnd(20)} ${rate(name).toFixed(0).padStart(6)} messages/s  ${peak(name).toFixed(0).padStart(4)} MB`,
		);
	}
	const ofLoop = rate("audit") / rate("bare loop");
	const ofMbsync = rate("audit") / rate("mbsync");
	const verdict = (fine: boolean) => (fine ? "within the budget" : "MISSES THE BUDGET");
	console.log(`audit / bare loop    ${ofLoop.toFixed(2)}  ${verdict(ofLoop >= LEAST_OF_BARE_LOOP)}`);
	console.log(`audit / mbsync       ${ofMbsync.toFixed(2)}  ${verdict(ofMbsync >= LEAST_OF_MBSYNC)}`);
	console.log(`peak of the audit    ${peak("audit").toFixed(0)} MB  ${verdict(peak("audit") < MOST_MEMORY_MB)}`);
	const met = ofLoop >= LEAST_OF_BARE_LOOP && ofMbsync >= LEAST_OF_MBSYNC && peak("audit") < MOST_MEMORY_MB;
	process.exitCode = met ? 0 : 1;
}

/** Facts and rules alone, and their share of the work on a message, in one warm thread. */
function reportShares(took: Readonly<Record<"parsing" | "facts" | "rules", number>>): void {
	const whole = took.parsing + took.facts + took.rules;
	for (const step of ["parsing", "facts", "rules"] as const) {
		const rate = (messages / took[step]) * 1000;
		const share = (100 * took[step]) / whole;
		console.log(
			`${step.padEnd(20)} ${rate.toFixed(0).padStart(6)} messages/s  ${share.toFixed(0).padStart(3)} % of the work`,
		);
	}
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function councilFile(): string {
	return `council: { name: Sallowfield Town Council, domains: [${COUNCIL_DOMAIN}], timezone: Europe/London, protocol: camborne }
people:
${benchPeople()}
mailboxes:
  - name: ${CLERK}
    imap: { host: 127.0.0.1, port: ${dovecot.port}, secure: false, user: "${CLERK}", auth: { password: ${PASSWORD} } }
storage: { directory: ${join(folder, "data")} }
`;
}

function mbsyncFile(): string {
	return `IMAPAccount bench
Host 127.0.0.1
Port ${dovecot.port}
User ${CLERK}
Pass ${PASSWORD}
SSLType None
AuthMechs LOGIN

IMAPStore far
Account bench

MaildirStore near
Path ${folder}/copy/
Inbox ${folder}/copy/INBOX
SubFolders Verbatim

Channel bench
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
`;
}
