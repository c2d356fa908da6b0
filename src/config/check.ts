/** What `candour config check` says of a configuration. */
import { examineCouncil } from "./examine.ts";
import type { Problem } from "./problem.ts";
import type { Environment } from "./yaml-file.ts";

export interface ConfigCheck {
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
}

/** In the order of the file. Throws CONFIG_NOT_FOUND. */
export async function checkCouncil(path: string, env: Environment = process.env): Promise<ConfigCheck> {
	const { problems, warnings } = await examineCouncil(path, env, {});
	return { problems, warnings };
}
