/** Sends the weekly digests that are due: late rather than never, and each week's once. */
import type { Delivery } from "../../src/alerts/delivery.ts";
import { weekDigest } from "../../src/cli/week-digest.ts";
import type { Installation } from "../../src/installation.ts";
import { digestDue } from "../../src/reports/due.ts";
import { claimDigest, digestFailed, digestSent, sentDigestWeeks } from "../../src/store/digests.ts";
import { append } from "../../src/store/ledger.ts";

const CLAIM_MS = 10 * 60_000;

/** Asks the database what is due, whoever calls and however late. @throws CandourError where the delivery failed */
export async function sendDueDigests(installation: Installation, delivery: Delivery): Promise<void> {
	const { council, store, now, log, installedAt } = installation;
	const { digest, register } = council;
	if (digest === undefined) return;
	for (;;) {
		const moment = now();
		const sent = await sentDigestWeeks(store.db);
		const due = digestDue(moment.toISOString(), digest, register.timezone, sent, installedAt);
		if (due === undefined) return;
		const claimed = await claimDigest(store.db, due.week, moment, new Date(moment.getTime() + CLAIM_MS));
		if (!claimed) return;
		try {
			const mail = await weekDigest(store.db, council, due, moment);
			const { accepted } = await delivery.send(mail);
			await store.db.transaction(async (tx) => {
				await digestSent(tx, due.week, now());
				const entry = { week: due.week, recipients: accepted.length };
				await append(tx, [{ kind: "digest.sent", entry }], now());
			});
			log.info({ week: due.week, recipients: accepted.length }, "the digest was sent");
		} catch (error) {
			await digestFailed(store.db, due.week);
			throw error;
		}
	}
}
