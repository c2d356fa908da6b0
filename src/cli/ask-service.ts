/** Asks the service that runs on a storage directory, over this machine's own HTTP. */
import { CandourError, type ErrorCode } from "../errors.ts";
import { accessTo } from "../local-access.ts";
import type { DigestAnswer } from "./answer-digest.ts";

/** As long as a slow mail server may take, and some more. */
const ANSWER_MS = 5 * 60_000;

/**
 * Undefined where no service can be asked.
 * @throws CandourError what the service says
 */
export function askForDigest(directory: string, week: string, send: boolean): Promise<DigestAnswer | undefined> {
	return askService(directory, `/digest?week=${week}`, send ? "POST" : "GET");
}

/**
 * What the service answers, as JSON; undefined where no service can be asked.
 * @throws CandourError what the service says
 */
export async function askService<Answer>(
	directory: string,
	path: string,
	method: "GET" | "POST",
): Promise<Answer | undefined> {
	const access = await accessTo(directory);
	if (access === undefined) return undefined;
	const response = await fetch(`http://127.0.0.1:${access.port}${path}`, {
		method,
		headers: { authorization: `Bearer ${access.token}` },
		signal: AbortSignal.timeout(ANSWER_MS),
	}).catch(() => undefined);
	if (response === undefined) return undefined;
	const body = (await response.json().catch(() => ({}))) as {
		readonly code?: ErrorCode;
		readonly message?: string;
		readonly remedy?: string;
	};
	if (response.ok) return body as Answer;
	const { code, message, remedy } = body;
	if (code === undefined || message === undefined || remedy === undefined) return undefined;
	throw new CandourError(code, message, { remedy });
}
