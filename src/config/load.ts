/** Reads council.yaml for the rest of the program. */
import { basename } from "node:path";
import { CandourError } from "../errors.ts";
import type { Council } from "./council.ts";
import { examineCouncil, type LoadOptions } from "./examine.ts";
import { formatProblem } from "./problem.ts";
import type { Environment } from "./yaml-file.ts";

export type { LoadOptions } from "./examine.ts";

/**
 * Paths in the file are relative to the file. Throws CONFIG_NOT_FOUND, or one CONFIG_INVALID that lists every problem
 * with its line and the mend.
 */
export async function loadCouncil(
	path: string,
	env: Environment = process.env,
	options: LoadOptions = {},
): Promise<Council> {
	const { council, problems } = await examineCouncil(path, env, options);
	if (council !== undefined) return council;
	const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
	const list = problems.map((problem) => `  ${formatProblem(problem)}`).join("\n");
	throw new CandourError("CONFIG_INVALID", `${basename(path)} has ${count}:\n${list}\n`, {
		remedy: "Put this right, then run candour config check.",
	});
}
