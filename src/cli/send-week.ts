/** Sends a week's digest, whoever asks: the service when it is due, a command, or a command by way of the service. */
import type { Delivery } from "../alerts/delivery.ts";
import type { Council } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import type { DigestWeek } from "../reports/due.ts";
import { weekDigest } from "../reports/week-digest.ts";
import { claimDigest, digestFailed, digestSent, sentDigestWeeks } from "../store/digests.ts";
import { append } from "../store/ledger.ts";
import type { Db } from "../store/schema.ts";

/** Long enough for a slow mail server, short enough that another can take over after a crash. */
const CLAIM_MS = 10 * 60_000;

export type WeekSent =
	| {
			readonly kind: "sent";
			readonly accepted: readonly string[];
			readonly rejected: readonly { readonly address: string; readonly reason: string }[];
	  }
	/** Each week's goes out once: it did before, or somebody is at it. */
	| { readonly kind: "not-sent"; readonly because: "sent-before" | "being-sent" };

/** @throws CandourError where the delivery failed; another attempt need not wait */
export async function sendWeek(
	db: Db,
	council: Council,
	week: DigestWeek,
	delivery: Delivery,
	now: () => Date,
): Promise<WeekSent> {
	const moment = now();
	if (!(await claimDigest(db, week.week, moment, new Date(moment.getTime() + CLAIM_MS)))) {
		const sent = (await sentDigestWeeks(db)).has(week.week);
		return { kind: "not-sent", because: sent ? "sent-before" : "being-sent" };
	}
	try {
		const mail = await weekDigest(db, council, week, moment);
		const { accepted, rejected } = await delivery.send(mail);
		await db.transaction(async (tx) => {
			await digestSent(tx, week.week, now());
			const entry = { week: week.week, recipients: accepted.length };
			await append(tx, [{ kind: "digest.sent", entry }], now());
		});
		return { kind: "sent", accepted, rejected };
	} catch (error) {
		await digestFailed(db, week.week);
		throw error;
	}
}

/** How digests are sent here. @throws CandourError CONFIG_INVALID where they go to nobody or by no way */
export function sendingOf({ smtp, digest }: Council): NonNullable<Council["smtp"]> {
	if (smtp !== undefined && (digest?.to.length ?? 0) > 0) return smtp;
	throw new CandourError(
		"CONFIG_INVALID",
		"The digest can't be sent: it has no recipients, or there is no mail server.",
		{ remedy: "Set digest: to: and smtp: in council.yaml." },
	);
}
