/** `candour init`: from nothing to a checked council.yaml and a first audit. */
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { checkCouncil } from "../config/check.ts";
import { loadCouncil } from "../config/load.ts";
import { formatProblem, type Problem } from "../config/problem.ts";
import { CandourError } from "../errors.ts";
import { plainLine } from "../reports/plain-line.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { type Ask, askOnTerminal } from "./first-hour/ask.ts";
import { askAnswers } from "./first-hour/ask-answers.ts";
import { askMailbox } from "./first-hour/ask-mailbox.ts";
import { composeCouncil, type FullAnswers } from "./first-hour/compose-council.ts";
import { alreadyThere, type Draft, writeDraft } from "./first-hour/draft.ts";
import { demandAnswers, type GivenOptions, givenAnswers } from "./first-hour/given-answers.ts";
import { createSecrets, type Secrets } from "./first-hour/secrets.ts";
import { note, say } from "./output.ts";

export interface InitOptions extends GivenOptions {
	/** The file to be written. */
	readonly config: string;
	readonly overwrite: boolean;
	/** False: the login is not tried. */
	readonly connect: boolean;
	/** Absent: asked for on a terminal, else none. */
	readonly audit?: boolean;
	/** False: nobody is asked, also on a terminal. */
	readonly ask: boolean;
}

const FIRST_AUDIT_DAYS = 30;
const DAY_MS = 86_400_000;
const SHARED_BITS = 0o077;
const INTERRUPTED = 130;

export async function init(options: InitOptions): Promise<ExitStatus> {
	const asks = options.ask && process.stdin.isTTY === true && process.stdout.isTTY === true;
	try {
		return await initWith(options, asks ? askOnTerminal() : undefined);
	} catch (error) {
		if (!(error instanceof Error) || error.name !== "ExitPromptError") throw error;
		note("candour: stopped; nothing was written.");
		process.exit(INTERRUPTED);
	}
}

/** The same with questions put to `ask`; without it nobody is asked. */
export async function initWith(options: InitOptions, ask: Ask | undefined): Promise<ExitStatus> {
	const target = resolve(options.config);
	let { overwrite } = options;
	if (existsSync(target) && !overwrite) {
		overwrite = (await ask?.yes(`There is already a ${options.config}. Replace it at the end?`, false)) ?? false;
		if (!overwrite) throw alreadyThere(options.config);
	}
	const given = await givenAnswers(options, target);
	const secrets = createSecrets(dirname(target));
	const answers = ask === undefined ? demandAnswers(given) : await askAnswers(ask, given, secrets);
	const { draft, connected, final } = await soundDraft(answers, { target, secrets, connect: options.connect, ask });
	draft.keep(overwrite);
	tellWritten(options.config, final, target);
	const wanted = options.audit ?? (connected ? await ask?.yes("Audit the last 30 days now?", true) : false);
	return wanted === true ? firstAudit(target) : EXIT.clean;
}

interface Drafting {
	readonly target: string;
	readonly secrets: Secrets;
	readonly connect: boolean;
	readonly ask: Ask | undefined;
}

/** Writes a draft, checks it and tries the login; on a terminal again and again until it is right or left as it is. */
async function soundDraft(
	first: FullAnswers,
	{ target, secrets, connect, ask }: Drafting,
): Promise<{ draft: Draft; connected: boolean; final: FullAnswers }> {
	let answers = first;
	for (;;) {
		const draft = writeDraft(target, composeCouncil(answers), secrets);
		try {
			const { problems, warnings } = await checkCouncil(draft.file);
			const told = (list: readonly Problem[]) => list.map((one) => formatProblem({ ...one, file: target }));
			if (problems.length > 0) {
				const message = `council.yaml would have problems:\n${told(problems).join("\n")}\n`;
				ask?.say(message);
				if (await ask?.yes("Write it nevertheless, to put it right by hand?", true)) {
					return { draft, connected: false, final: answers };
				}
				throw new CandourError("CONFIG_INVALID", message, { remedy: "Correct the answers; nothing was written." });
			}
			for (const warning of told(warnings)) note(`candour: ${warning}`);
			const connected = connect && (await logInEverywhere(draft.file, ask));
			return { draft, connected, final: answers };
		} catch (error) {
			const isLogin = error instanceof CandourError && error.code.startsWith("SOURCE_");
			if (ask === undefined || !isLogin) {
				draft.discard();
				throw error;
			}
			ask.say(`${plainLine(error.message)} ${error.remedy}`);
			const next = await ask
				.choice("What now?", [
					{ name: "Try again with other settings", value: "again" as const },
					{ name: "Write council.yaml as it is", value: "write" as const },
					{ name: "Stop; nothing is written", value: "stop" as const },
				])
				.catch((stopped: unknown) => {
					draft.discard();
					throw stopped;
				});
			if (next === "write") return { draft, connected: false, final: answers };
			draft.discard();
			if (next === "stop") throw error;
			const domain = [answers.domains].flat()[0] ?? "";
			const { mailbox } = answers;
			const again = await askMailbox(ask, secrets, domain, mailbox === "none" ? undefined : mailbox?.address);
			const sends = answers.smtp !== undefined && "host" in answers.smtp && again.smtp !== undefined;
			answers = { ...answers, mailbox: again.mailbox, ...(sends ? { smtp: again.smtp } : {}) };
		}
	}
}

/** Whether there was a mailbox to log in to. Throws as a source does. */
async function logInEverywhere(file: string, ask: Ask | undefined): Promise<boolean> {
	const { connectImap, disconnect } = await import("../mail/sources/imap-connection.ts");
	const { mailboxes } = await loadCouncil(file);
	for (const { name, imap } of mailboxes) {
		if (imap === undefined) continue;
		ask?.say(`Logging in to ${name} …`);
		await disconnect(await connectImap(imap));
		say(`Logged in to ${name}.\n`);
	}
	return mailboxes.some(({ imap }) => imap !== undefined);
}

function tellWritten(config: string, { mailbox }: FullAnswers, target: string): void {
	say(`Written: ${config}\n`);
	if (mailbox !== undefined && mailbox !== "none" && mailbox.passwordFile !== undefined) {
		const file = resolve(dirname(target), mailbox.passwordFile);
		const open = (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & SHARED_BITS;
		if (open !== 0) note(`candour: others can read ${mailbox.passwordFile}. Put it right with: chmod 600 ${file}`);
	}
	const named = config === "./council.yaml" ? "" : ` --config ${config}`;
	say(
		`Next: look through it, agree what is never read (exclusions), then\n  candour config check --connect${named}\n  candour roster suggest${named}\n  candour start${named}\n`,
	);
}

async function firstAudit(config: string): Promise<ExitStatus> {
	const { audit } = await import("./audit.ts");
	const from = new Date(Date.now() - FIRST_AUDIT_DAYS * DAY_MS).toISOString().slice(0, "2026-03-01".length);
	say("\n");
	return audit({ config, mail: [], from, format: "text" });
}
