/** Sends the alerts on one message that are due. */
import { composeAlert } from "../../src/alerts/compose.ts";
import type { Delivery } from "../../src/alerts/delivery.ts";
import { planAlerts } from "../../src/alerts/group.ts";
import { senderOf } from "../../src/alerts/sender.ts";
import { CandourError } from "../../src/errors.ts";
import type { Installation } from "../../src/installation.ts";
import { alertsFailed, alertsSent, claimAlerts, dueAlerts } from "../../src/store/alerts.ts";
import { listFindings } from "../../src/store/findings.ts";
import { append } from "../../src/store/ledger.ts";

/** Longer than any delivery takes; after it another worker may try, under the same Message-ID. */
const CLAIM_MS = 10 * 60_000;
const SWEPT_AT_ONCE = 500;

/**
 * Claims, composes and delivers. An alert that the mail server took is never sent again; one whose worker died in the
 * very moment of sending is, under the Message-ID that the first had.
 * @throws CandourError where the delivery failed for now and should be tried again
 */
export async function sendAlerts(installation: Installation, delivery: Delivery, identity: string): Promise<void> {
	const { council, roster, store, now, log, installationKey } = installation;
	if (council.alerts === undefined) return;
	const moment = now();
	const claimed = await claimAlerts(store.db, identity, moment, new Date(moment.getTime() + CLAIM_MS));
	if (claimed.length === 0) return;
	const found = await listFindings(store.db, { ids: claimed.map(({ findingId }) => findingId) });
	const options = { roster, alerts: council.alerts, now: moment.toISOString() };
	const { send, held } = planAlerts(
		found.map(({ finding }) => finding),
		options,
	);
	// Nobody may be told: the digest lists it.
	const heldIds = held.map(({ finding }) => finding.id);
	await alertsSent(store.db, heldIds, { at: moment, recipients: 0 });
	let failure: CandourError | undefined;
	for (const plan of send) {
		const ids = plan.findings.map(({ id }) => id);
		const mail = composeAlert(plan, {
			council: council.register.council,
			timezone: council.register.timezone,
			from: senderOf(council),
			now: options.now,
			installationKey,
			...(council.reviewers.length > 0 ? { reviewUrl: council.web.url } : {}),
		});
		try {
			const { accepted, rejected } = await delivery.send(mail);
			const recipients = accepted.length;
			await store.db.transaction(async (tx) => {
				await alertsSent(tx, ids, { at: now(), recipients, mailId: mail.messageId });
				await append(tx, [{ kind: "alert.sent", entry: { alert: plan.key, findings: ids, recipients } }], now());
			});
			log.info({ alert: plan.key, recipients, refused: rejected.length }, "an alert was sent");
		} catch (error) {
			if (!(error instanceof CandourError)) throw error;
			await alertsFailed(store.db, ids, { code: error.code, permanent: !error.transient });
			log.warn({ alert: plan.key, err: error }, "an alert could not be sent");
			failure = error;
		}
	}
	if (failure !== undefined) throw failure;
}

/** Sends whatever is due: after a crash, a missing queue, quiet hours. One message's failure stops no other's. */
export async function sweepAlerts(installation: Installation, delivery: Delivery): Promise<void> {
	const due = await dueAlerts(installation.store.db, installation.now(), SWEPT_AT_ONCE);
	for (const identity of due) {
		try {
			await sendAlerts(installation, delivery, identity);
		} catch (error) {
			if (!(error instanceof CandourError)) throw error;
		}
	}
}
