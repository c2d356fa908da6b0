/** News of how far an audit is, for the page of it that is open in a browser. */
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { AuditRun } from "../../store/audit-runs.ts";
import { progressOf } from "./audit-progress.ts";

const LOOK_EVERY_MS = 1_000;
/** Then the browser asks again by itself. */
const LIVE_FOR_MS = 10 * 60_000;
/** Windows of one person that are told of progress at a time; each asks the store once a second. */
const MOST_LIVE = 6;

/**
 * Opens streams of server-sent events, a few for each person.
 * @param look asks how the run stands now; undefined where it is gone
 * @returns what opens one for `email`; undefined where he has as many as he may
 */
export function createProgressStreams(look: (id: string) => Promise<AuditRun | undefined>) {
	const live = new Map<string, number>();
	return (run: AuditRun, email: string): Readable | undefined => {
		const open = live.get(email) ?? 0;
		if (open >= MOST_LIVE) return undefined;
		live.set(email, open + 1);
		return Readable.from(progressEvents(run, look)).once("close", () => {
			const left = (live.get(email) ?? 1) - 1;
			if (left === 0) live.delete(email);
			else live.set(email, left);
		});
	};
}

async function* progressEvents(
	first: AuditRun,
	look: (id: string) => Promise<AuditRun | undefined>,
): AsyncGenerator<string> {
	const until = performance.now() + LIVE_FOR_MS;
	let said = "";
	for (let run: AuditRun | undefined = first; run !== undefined; run = await look(first.id)) {
		const progress = progressOf(run);
		const data = JSON.stringify(progress);
		// A comment keeps proxies from closing a quiet line.
		yield data === said ? ": still there\n\n" : `event: progress\ndata: ${data}\n\n`;
		said = data;
		if (progress.ended || performance.now() > until) return;
		await sleep(LOOK_EVERY_MS);
	}
}
