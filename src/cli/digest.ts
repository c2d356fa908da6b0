/** `candour digest`: a week's digest, shown or sent. */

import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { lastWeek, weekNamed } from "../reports/due.ts";
import { answerDigest, type DigestAnswer } from "./answer-digest.ts";
import { askForDigest } from "./ask-service.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { note, say } from "./output.ts";
import { sendingOf } from "./send-week.ts";
import { storeOrService } from "./store-or-service.ts";

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
	const opened = await storeOrService(council.storage, (directory) => askForDigest(directory, wanted.week, send));
	if (!("store" in opened)) return told(opened.answer, wanted.week);
	const { store } = opened;
	try {
		return told(await answerDigest({ council, store, now }, wanted, send), wanted.week);
	} finally {
		await store.close();
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
