/** `candour digest`: a week's digest, shown or sent. */
import { openDelivery } from "../alerts/deliver.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { lastWeek, weekNamed } from "../reports/due.ts";
import { claimDigest, digestFailed, digestSent } from "../store/digests.ts";
import { append } from "../store/ledger.ts";
import { openStore } from "../store/open.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { note, say } from "./output.ts";
import { weekDigest } from "./week-digest.ts";

export interface DigestOptions {
	readonly config: string;
	/** `2026-W12`; absent: the last week that ended. */
	readonly week?: string;
	readonly send: boolean;
}

/** Long enough for a slow mail server, short enough that the service can take over after a crash. */
const CLAIM_MS = 10 * 60_000;

export async function digest({ config, week, send }: DigestOptions): Promise<ExitStatus> {
	const council = await loadCouncil(config);
	const now = new Date();
	const wanted = week === undefined ? lastWeek(now.toISOString(), council.register.timezone) : weekNamed(week);
	if (wanted === undefined) {
		throw new CandourError("USAGE", `"${week}" is no week.`, { remedy: "Write weeks like 2026-W12." });
	}
	if (send && (council.smtp === undefined || (council.digest?.to.length ?? 0) === 0)) {
		throw new CandourError(
			"CONFIG_INVALID",
			"The digest can't be sent: it has no recipients, or there is no mail server.",
			{
				remedy: "Set digest: to: and smtp: in council.yaml.",
			},
		);
	}
	const store = await openStore(council.storage);
	try {
		const mail = await weekDigest(store.db, council, wanted, now);
		if (!send || council.smtp === undefined) {
			say(mail.text);
			return EXIT.clean;
		}
		// Sent by hand, it goes out again even where the service has sent it: the same Message-ID tells it as the same.
		await claimDigest(store.db, wanted.week, now, new Date(now.getTime() + CLAIM_MS));
		const delivery = openDelivery(council.smtp);
		try {
			const { accepted, rejected } = await delivery.send(mail);
			for (const { address, reason } of rejected) note(`candour: ${address} was refused: ${reason}`);
			await digestSent(store.db, wanted.week, new Date());
			await append(
				store.db,
				[{ kind: "digest.sent", entry: { week: wanted.week, recipients: accepted.length } }],
				new Date(),
			);
			note(`candour: the digest of ${wanted.week} was sent to ${accepted.join(", ")}.`);
		} catch (error) {
			// A running service need not wait for the claim to run out.
			await digestFailed(store.db, wanted.week);
			throw error;
		} finally {
			delivery.close();
		}
		return EXIT.clean;
	} finally {
		await store.close();
	}
}
