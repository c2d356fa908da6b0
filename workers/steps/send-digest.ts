/** Sends the weekly digests that are due: late rather than never, and each week's once. */
import type { Delivery } from "../../src/alerts/delivery.ts";
import { sendWeek } from "../../src/cli/send-week.ts";
import type { Installation } from "../../src/installation.ts";
import { digestDue } from "../../src/reports/due.ts";
import { sentDigestWeeks } from "../../src/store/digests.ts";

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
		const outcome = await sendWeek(store.db, council, due, delivery, now);
		if (outcome.kind === "not-sent") return;
		log.info({ week: due.week, recipients: outcome.accepted.length }, "the digest was sent");
	}
}
