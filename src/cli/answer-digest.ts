/** What a running service answers to `candour digest`: it has the store, which the command can't open. */
import { openDelivery } from "../alerts/deliver.ts";
import type { Installation } from "../installation.ts";
import type { DigestWeek } from "../reports/due.ts";
import { weekDigest } from "../reports/week-digest.ts";
import { sendingOf, sendWeek, type WeekSent } from "./send-week.ts";

export type DigestAnswer = { readonly kind: "shown"; readonly text: string } | WeekSent;

/** @throws CandourError where it could not be sent */
export async function answerDigest(
	{ council, store, now }: Pick<Installation, "council" | "store" | "now">,
	week: DigestWeek,
	send: boolean,
): Promise<DigestAnswer> {
	if (!send) return { kind: "shown", text: (await weekDigest(store.db, council, week, now())).text };
	const delivery = openDelivery(sendingOf(council));
	try {
		return await sendWeek(store.db, council, week, delivery, now);
	} finally {
		delivery.close();
	}
}
