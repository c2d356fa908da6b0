/** `candour check`: one message, before it is sent. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createJudge, readingsInForce } from "../audit/judge.ts";
import { createReadMessage } from "../audit/read-message.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { createCalendar } from "../facts/calendar.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { createRoster } from "../people/roster.ts";
import { findingAsJson } from "../reports/as-json.ts";
import { findingLines } from "../reports/as-text.ts";
import { breachesOf, byReading, inOrder } from "../reports/audit-report.ts";
import { onDraft } from "./draft-advice.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { colourful, note, say } from "./output.ts";

export interface CheckOptions {
	readonly config: string;
	readonly format: "text" | "json";
}

const KEY_BYTES = 32;
const WIDTH = 100;
const ALONE =
	"Only this message was looked at: what depends on other mail (earlier letters, notices, replies) needs an audit.";

export async function check(file: string, options: CheckOptions): Promise<ExitStatus> {
	const council = await loadCouncil(options.config);
	const raw = await readMessage(file);
	if (raw.length === 0) {
		throw new CandourError("MESSAGE_UNREADABLE", `The message ${file} is empty.`, {
			remedy: "Give a message to check.",
		});
	}
	const { register } = council;
	const roster = createRoster(register);
	const now = new Date().toISOString();
	const read = createReadMessage({
		register,
		key: randomBytes(KEY_BYTES),
		exclusions: [],
		scans: council.scans,
		readings: readingsInForce(council.protocol),
	});
	// A mailbox that is no address: a draft lies in the writer's own hands, which proves no receipt.
	const at = { mailbox: "draft", folder: "Drafts", file: file === "-" ? "standard input" : basename(file) };
	const result = await read({ raw, at, journal: false, receivedAt: now });
	if (result.kind !== "facts") {
		throw new CandourError("MESSAGE_UNREADABLE", `${at.file} could not be read: ${result.reason}`, {
			remedy: "Save the message as .eml (RFC 822) and give that file.",
		});
	}
	mustBeAddressed(result.facts, at.file);
	const judge = createJudge({
		protocol: council.protocol,
		roster,
		calendar: createCalendar(council.calendar, register.timezone),
	});
	const findings = inOrder(judge(result.facts, () => [], now)).map((finding) => onDraft(finding, roster));
	if (options.format === "json") {
		say(`${JSON.stringify({ findings: findings.map(findingAsJson), partlyRead: result.facts.partlyRead }, null, 2)}\n`);
	} else {
		const text = { timezone: register.timezone, width: WIDTH, colour: colourful(process.stdout), draft: true };
		for (const finding of findings.toSorted(byReading)) say(`${findingLines(finding, text).join("\n")}\n\n`);
		if (findings.length === 0) say("Departures from the protocol: none visible in this message.\n");
		for (const what of result.facts.partlyRead) say(`Not read: ${what}.\n`);
		note(ALONE);
	}
	return breachesOf(findings) > 0 ? EXIT.breach : EXIT.clean;
}

/** Any text whose first line has a colon can be read as mail; without sender and recipient no rule could find anything. */
function mustBeAddressed({ from, to, cc, receipts }: MessageFacts, file: string): void {
	const some = (addresses: readonly { readonly address: string }[]) =>
		addresses.some(({ address }) => /.@./u.test(address));
	const missing = [
		...(some(from) ? [] : ["no sender (From)"]),
		...(some([...to, ...cc, ...receipts]) ? [] : ["no recipient (To, Cc or Bcc)"]),
	];
	if (missing.length === 0) return;
	throw new CandourError("MESSAGE_UNREADABLE", `${file} cannot be checked: it names ${missing.join(" and ")}.`, {
		remedy: "Save the whole message as .eml, with its addresses, and give that file.",
	});
}

async function readMessage(file: string): Promise<Uint8Array> {
	try {
		if (file !== "-") return await readFile(file);
		const chunks: Buffer[] = [];
		for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
		return Buffer.concat(chunks);
	} catch (error) {
		throw new CandourError("SOURCE_UNREADABLE", `The message ${file} cannot be opened.`, {
			remedy: "Check its path, and that you may read it.",
			cause: error,
		});
	}
}
