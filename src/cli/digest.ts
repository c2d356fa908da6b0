/** `candour digest`: a week's digest, shown or sent. */

import type { StorageConfig } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { lastWeek, weekNamed } from "../reports/due.ts";
import { openStore, type Store } from "../store/open.ts";
import { answerDigest, type DigestAnswer } from "./answer-digest.ts";
import { askForDigest } from "./ask-service.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { note, say } from "./output.ts";
import { sendingOf } from "./send-week.ts";

export interface DigestOptions {
	readonly config: string;
	/** `2026-W12`; absent: the last week that ended. */
	readonly week?: string;
	readonly send: boolean;
}

export async function digest({ config, week, send }: DigestOptions): Promise<ExitStatus> {
	const council = await loadCouncil(config);
	const now = () => new Date();
	const wanted = week === undefined ? lastWeek(now().toISOString(), council.register.timezone) : weekNamed(week);
	if (wanted === undefined) {
		throw new CandourError("USAGE", `"${week}" is no week.`, { remedy: "Write weeks like 2026-W12." });
	}
	if (send) sendingOf(council);
	const opened = await storeOrService(council.storage, wanted.week, send);
	if (!("store" in opened)) return told(opened.answer, wanted.week);
	const { store } = opened;
	try {
		return told(await answerDigest({ council, store, now }, wanted, send), wanted.week);
	} finally {
		await store.close();
	}
}

/** A running service holds an embedded store; then it is asked. */
async function storeOrService(
	storage: StorageConfig,
	week: string,
	send: boolean,
): Promise<{ readonly store: Store } | { readonly answer: DigestAnswer }> {
	try {
		return { store: await openStore(storage) };
	} catch (error) {
		if (!(error instanceof CandourError) || error.code !== "STORE_LOCKED" || storage.kind !== "embedded") throw error;
		const answer = await askForDigest(storage.directory, week, send);
		if (answer === undefined) throw error;
		return { answer };
	}
}

function told(answer: DigestAnswer, week: string): ExitStatus {
	if (answer.kind === "shown") say(answer.text);
	else if (answer.kind === "sent") {
		for (const { address, reason } of answer.rejected) note(`candour: ${address} was refused: ${reason}`);
		note(`candour: the digest of ${week} was sent to ${answer.accepted.join(", ")}.`);
	} else if (answer.because === "sent-before") {
		note(`candour: the digest of ${week} was sent before, and goes out only once. Without --send it is shown.`);
	} else {
		note(`candour: the digest of ${week} is being sent already.`);
	}
	return EXIT.clean;
}
