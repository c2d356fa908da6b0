/** What is wrong in a configuration file, where, and what puts it right. */
import { basename } from "node:path";

export interface Problem {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	readonly column?: number;
	readonly message: string;
	/** What to do, as a sentence. */
	readonly mend: string;
}

/** `council.yaml:12:5: "protocl" is no key here. Did you mean "protocol"?` */
export function formatProblem({ file, line, column, message, mend }: Problem): string {
	return `${basename(file)}:${line}${column === undefined ? "" : `:${column}`}: ${message}${mend === "" ? "" : ` ${mend}`}`;
}

/** In the order of the file. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
	return [...problems].sort(
		(a, b) => a.file.localeCompare(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
	);
}
