/** The commands and their options, as CONTRACT.md gives them. What a command does is loaded when it is called. */
import { Command, InvalidArgumentError, Option } from "commander";
import { REPORT_FORMATS, type ReportFormat } from "../reports/formats.ts";
import type { PartName } from "../service.ts";
import type { ExitStatus } from "./exit.ts";
import type { InitOptions } from "./init.ts";

const CONFIG = "./council.yaml";
const PARTS: readonly PartName[] = ["ingest", "audit", "alerts", "reports", "web"];

/** Builds the program; `done` is told the exit status of the command that ran. */
export function createProgram(version: string, done: (status: ExitStatus) => void): Command {
	const program = new Command("candour")
		.description("Audits a council's correspondence against its Member/Officer Protocol.")
		.version(version, "-V, --version", "show the version")
		.option("--verbose", "show the details of an error")
		.helpOption("-h, --help", "show this help")
		.helpCommand("help [command]", "show the help of a command")
		.showSuggestionAfterError()
		.addHelpText("after", HELP);

	program
		.command("init")
		.description("set up a council: asks for what it needs, tries the login, writes and checks council.yaml")
		.addOption(new Option("--config <file>", "the file to write").default(CONFIG))
		.option("--answers <file>", "answers as YAML or JSON; what is missing is asked for on a terminal")
		.option("--name <name>", "the council's name")
		.addOption(new Option("--domain <domain>", "a mail domain of the council; may be repeated").argParser(collect))
		.option("--protocol <name>", "the adopted protocol: a profile's name, or the path of one")
		.option("--people <file>", "the people as CSV, with columns name, role, email, offices, group, committees")
		.option("--mailbox <address>", 'the Clerk\'s mailbox, or "none"')
		.option("--imap <host>", "its IMAP server, with a port where it is not 993: mail.example:143")
		.option("--user <name>", "the user name, where it is not the address")
		.option("--password-file <file>", "a file with the password")
		.option("--password-variable <name>", "a variable of the environment with the password")
		.option("--alerts-to <addresses>", "who gets alerts, with commas")
		.option("--digest-to <addresses>", "who gets the weekly digest, with commas")
		.addOption(
			new Option("--reviewer <reviewer>", 'who reviews: "Name <address> role"; may be repeated').argParser(collect),
		)
		.option("--overwrite", "replace a file that is there already", false)
		.option("--no-connect", "do not try the login")
		.option("--audit", "audit the last 30 days afterwards")
		.option("--no-audit", "audit nothing afterwards")
		.option("--no-ask", "ask nothing, also on a terminal")
		.addHelpText("after", INIT_HELP)
		.action(async (options: InitOptions) => {
			const { init } = await import("./init.ts");
			done(await init(options));
		});

	program
		.command("start")
		.description(
			"run the service: watch the mailboxes, audit what arrives, send alerts and digests, serve the review pages",
		)
		.addOption(configOption())
		.option("--only <parts>", `run only these parts, separated by commas: ${PARTS.join(", ")}`, parts)
		.action(async ({ config, only }: { config: string; only?: readonly PartName[] }) => {
			const { start } = await import("./start.ts");
			done(await start({ config, ...(only ? { only } : {}) }));
		});

	program
		.command("audit")
		.description("audit a date range now, from the configured mailboxes or from exported mail")
		.addOption(configOption())
		.addOption(
			new Option(
				"--mail <path>",
				"exported mail: a folder of .eml files, a Maildir, an mbox, a single .eml; may be repeated",
			)
				.argParser(collect)
				.default([], "the configured mailboxes"),
		)
		.option("--from <date>", "first day, 2026-03-01; without it everything is read", date)
		.option("--to <date>", "last day, 2026-03-31; the state of that day is judged (default: now)", date)
		.addOption(new Option("--format <format>", "how the report is written").choices(REPORT_FORMATS).default("text"))
		.option("--output <file>", "write the report to a file")
		.option("--rules <names>", "only these rules, separated by commas", names)
		.addHelpText("after", AUDIT_HELP)
		.action(async (options: { config: string; mail: string[]; format: ReportFormat }) => {
			const { audit } = await import("./audit.ts");
			done(await audit(options));
		});

	program
		.command("check")
		.description("check one message, a draft say, before it is sent")
		.argument("<file>", "the message as .eml; - reads it from standard input")
		.addOption(configOption())
		.addOption(new Option("--format <format>", "how the result is written").choices(["text", "json"]).default("text"))
		.action(async (file: string, options: { config: string; format: "text" | "json" }) => {
			const { check } = await import("./check.ts");
			done(await check(file, options));
		});

	program
		.command("rules")
		.description("list the rules of the configured protocol, or explain one")
		.argument("[rule]", "the rule to explain")
		.addOption(configOption())
		.action(async (rule: string | undefined, { config }: { config: string }, command: Command) => {
			const { rules } = await import("./rules.ts");
			done(await rules(rule, { config, configGiven: command.getOptionValueSource("config") !== "default" }));
		});

	program
		.command("config")
		.description("look at the configuration")
		.command("check")
		.description("validate the configuration: every problem with its line and its mend")
		.addOption(configOption())
		.option("--connect", "log in to each mailbox, the mail server, the database and the queue as well")
		.action(async ({ config, connect }: { config: string; connect?: boolean }) => {
			const { configCheck } = await import("./config-check.ts");
			done(await configCheck({ config, connect: connect ?? false }));
		});

	program
		.command("roster")
		.description("look at the list of people")
		.command("suggest")
		.description(
			"propose people, addresses and lists that the roster lacks, by the headers of mail; nothing is written",
		)
		.addOption(configOption())
		.addOption(
			new Option("--mail <path>", "exported mail, as for audit; may be repeated")
				.argParser(collect)
				.default([], "the configured mailboxes"),
		)
		.option("--from <date>", "first day of mail to look at, 2026-03-01", date)
		.option("--to <date>", "last day, 2026-03-31", date)
		.action(async (options: { config: string; mail: string[]; from?: string; to?: string }) => {
			const { rosterSuggest } = await import("./roster-suggest.ts");
			done(await rosterSuggest(options));
		});

	program
		.command("digest")
		.description("build a week's digest, and send it")
		.addOption(configOption())
		.option("--week <week>", "the ISO week, 2026-W12 (default: the last that ended)")
		.option("--send", "send it to the recipients of the configuration")
		.action(async (options: { config: string; week?: string; send?: boolean }) => {
			const { digest } = await import("./digest.ts");
			done(await digest({ ...options, send: options.send ?? false }));
		});

	program
		.command("ledger")
		.description("look at the record of what Candour found and did")
		.command("verify")
		.description("check that no entry was changed or removed, and compare with the head that a digest printed")
		.addOption(configOption())
		.option("--head <head>", 'the head as a digest prints it: "1,204, 3fa9…"')
		.action(async (options: { config: string; head?: string }) => {
			const { ledgerVerify } = await import("./ledger.ts");
			done(await ledgerVerify(options));
		});

	program
		.command("demo")
		.description("run the service on a bundled sample council, with no other server needed")
		.option("--directory <path>", "where the sample council is put", "./demo-council")
		.option("--once", "end after the first pass")
		.action(async ({ directory, once }: { directory: string; once?: boolean }) => {
			const { demo } = await import("./demo.ts");
			done(await demo({ directory, once: once ?? false }));
		});

	for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
		command.option("--verbose", "show the details of an error").helpOption("-h, --help", "show this help");
	}
	return program;
}

function configOption(): Option {
	return new Option("--config <file>", "the council's configuration").default(CONFIG);
}

function collect(value: string, before: readonly string[] = []): string[] {
	return [...before, value];
}

function names(value: string): string[] {
	const list = value
		.split(",")
		.map((one) => one.trim())
		.filter((one) => one !== "");
	if (list.length === 0) throw new InvalidArgumentError("Name at least one.");
	return list;
}

function parts(value: string): PartName[] {
	return names(value).map((name) => {
		const part = PARTS.find((known) => known === name);
		if (part === undefined)
			throw new InvalidArgumentError(`There is no part "${name}"; there are ${PARTS.join(", ")}.`);
		return part;
	});
}

/** A day that exists: `2026-02-30` is none. */
function date(value: string): string {
	const parsed = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
	if (parsed === undefined || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== value) {
		throw new InvalidArgumentError("Write dates like 2026-03-01.");
	}
	return value;
}

const HELP = `
Examples:
  candour init                                    set up your council
  candour demo --once                             see it work on a sample council
  candour config check --connect                  is the configuration right, do the servers answer?
  candour audit --from 2026-03-01 --to 2026-03-31 audit a month
  candour check draft.eml                         before a message is sent
  candour start                                   watch the mailboxes from now on

Exit status: 0 done and no breach, 1 done and at least one breach, 2 not done.`;

const INIT_HELP = `
Examples:
  candour init                                    on a terminal: it asks
  candour init --answers answers.yaml --no-ask    in a script; config/init-answers.example.yaml is an example

A password never stands in council.yaml: it is kept in a file that only its owner can read, or in the environment.`;

const AUDIT_HELP = `
Examples:
  candour audit --mail ./export
  candour audit --from 2026-03-01 --to 2026-03-31 --format html --output march.html
  candour audit --mail ./export --rules silent-copy,missing-copy-footer --format json

Mail dated before --from is read as context where a rule needs it.
A CSV file begins with a byte-order mark, so that spreadsheets read it rightly; on standard output it has none.`;
