/** One clear line for whatever went wrong. */
import { CandourError } from "../errors.ts";
import { plainLine } from "../reports/plain-line.ts";

/** "candour: <what> <what to do>"; only a configuration's list of problems has several lines. With `verbose`, the stacks of the error and its causes below. */
export function failureLines(error: unknown, verbose: boolean): string {
	const lines = `candour: ${sentence(error)}`.split("\n").map(plainKeepingIndent).join("\n");
	return verbose ? `${lines}\n${stacks(error)}\n` : `${lines}\n`;
}

function sentence(error: unknown): string {
	if (error instanceof CandourError)
		return `${stopped(error.message)}${error.message.endsWith("\n") ? "" : " "}${error.remedy}`;
	const message = error instanceof Error ? error.message : String(error);
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
	for (let at: unknown = error; at instanceof Error; at = at.cause) lines.push(at.stack ?? at.message);
	return lines.join("\ncaused by: ");
}
