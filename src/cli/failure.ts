/** One clear line for whatever went wrong. */
import { CandourError } from "../errors.ts";
import { plainLine } from "../reports/plain-line.ts";
import { storeError } from "../store/errors.ts";

/** "candour: <what> <what to do>"; only a configuration's list of problems has several lines. With `verbose`, the stacks of the error and its causes below. */
export function failureLines(thrown: unknown, verbose: boolean): string {
	// A database can go away in the midst of a command; other connections have their own errors.
	const isQuery = thrown instanceof Error && thrown.message.startsWith("Failed query");
	const error = isQuery ? storeError(thrown) : thrown;
	const lines = `candour: ${sentence(error)}`.split("\n").map(plainKeepingIndent).join("\n");
	return verbose ? `${lines}\n${stacks(error)}\n` : `${lines}\n`;
}

function sentence(error: unknown): string {
	if (error instanceof CandourError)
		return `${stopped(error.message)}${error.message.endsWith("\n") ? "" : " "}${error.remedy}`;
	const message = error instanceof Error ? withoutParameters(error.message) : String(error);
	return `Something went wrong that Candour did not expect: ${stopped(message)} Run it again with --verbose for the details, and please report them.`;
}

function plainKeepingIndent(line: string): string {
	return (/^ */u.exec(line)?.[0] ?? "") + plainLine(line);
}

function stopped(text: string): string {
	return /[.!?\n]$/u.test(text) ? text : `${text}.`;
}

function stacks(error: unknown): string {
	const lines: string[] = [];
	for (let at: unknown = error; at instanceof Error; at = at.cause) {
		const { message } = at;
		lines.push((at.stack ?? message).replace(message, () => withoutParameters(message)));
	}
	return lines.join("\ncaused by: ");
}

/** Drizzle quotes what a query was given, and that may be a line of mail, an address or a key. */
function withoutParameters(message: string): string {
	return message.replace(/\nparams: .*$/su, "");
}
