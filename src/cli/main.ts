/** The command line: runs the command, turns what goes wrong into one clear line, and sets the exit status. */
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { EXIT } from "./exit.ts";
import { failureLines } from "./failure.ts";
import { tolerateClosedPipes } from "./output.ts";
import { createProgram } from "./program.ts";

const verbose = process.argv.includes("--verbose");

function fail(error: unknown): void {
	process.exitCode = EXIT.notDone;
	process.stderr.write(failureLines(error, verbose));
}

/** Commander's "error: unknown option '--form'\n(Did you mean --from?)" as one line of ours. */
function usageLine({ message }: CommanderError): string {
	const line = message.replace(/^error: /u, "").replace(/\s*\n\s*/gu, " ");
	return `candour: ${line.replace(/([^.?!)])$/u, "$1.")} See "candour --help".\n`;
}

async function main(): Promise<void> {
	tolerateClosedPipes();
	process.on("uncaughtException", (error) => {
		fail(error);
		process.exit(EXIT.notDone);
	});
	const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
		version: string;
	};
	const program = createProgram(version, (status) => {
		process.exitCode = status;
	});
	for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
		command.exitOverride().configureOutput({ outputError: () => undefined });
	}
	try {
		await program.parseAsync();
	} catch (error) {
		if (!(error instanceof CommanderError)) fail(error);
		else if (error.exitCode !== 0) {
			process.exitCode = EXIT.notDone;
			if (error.code !== "commander.help") process.stderr.write(usageLine(error));
		}
	}
}

await main();
