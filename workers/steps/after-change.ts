/** What a change of the configuration does to what is stored already. */
import type { Council } from "../../src/config/council.ts";
import { exclusionDigests, judgingDigest, readingDigest } from "../../src/configuration-digests.ts";
import type { MessageFacts } from "../../src/facts/facts.ts";
import type { Address } from "../../src/facts/message.ts";
import type { Installation } from "../../src/installation.ts";
import { type ExcludableHeaders, excludedBy } from "../../src/mail/admission.ts";
import { markAll } from "../../src/store/audit-pending.ts";
import { type Excluding, removeExcluded } from "../../src/store/exclude.ts";
import { CONFIGURATION_CHANGED } from "../../src/store/findings.ts";
import { append } from "../../src/store/ledger.ts";
import { findExcludedAnew, readAllAnew } from "../../src/store/read-anew.ts";
import { putSetting, setting } from "../../src/store/settings.ts";
import { forgetKnown } from "../../src/store/unknown-people.ts";
import { drainOutbox } from "./enqueue-waiting.ts";

const JUDGED_BY = "judged-by";
const READ_BY = "read-by";
const EXCLUDED_BY = "excluded-by";
const MARKED_AT_ONCE = 1_000;

/** Puts all stored mail on the audit's list where what it was judged by has changed since the last start. */
export async function judgeAnewAfterChange({ council, store, now, log }: Installation): Promise<void> {
	const { db } = store;
	const digest = judgingDigest(council);
	const before = await setting(db, JUDGED_BY);
	if (before === digest) return;
	// Marked first: a crash in between only marks them once more.
	const messages = before === undefined ? 0 : await markAll(db, CONFIGURATION_CHANGED, now(), MARKED_AT_ONCE);
	await db.transaction(async (tx) => {
		await putSetting(tx, JUDGED_BY, digest);
		if (before === undefined) return;
		await append(tx, [{ kind: "configuration.changed", entry: { judgedBy: digest, messages } }], now());
	});
	if (messages > 0) log.info({ messages }, "the configuration changed: stored mail is judged anew");
}

/** Lets the mailboxes be read again where the facts taken from given mail would be others now. */
export async function readAnewAfterChange({ council, store, now, log }: Installation): Promise<void> {
	const { db } = store;
	const digest = readingDigest(council);
	const before = await setting(db, READ_BY);
	if (before === digest) return;
	await db.transaction(async (tx) => {
		await putSetting(tx, READ_BY, digest);
		if (before === undefined) return;
		await readAllAnew(tx, now());
		await append(tx, [{ kind: "configuration.changed", entry: { readBy: digest } }], now());
	});
	if (before === undefined) return;
	log.info(
		"people or lists changed: the mailboxes are read anew; of mail no longer in them, or older than is read, the facts stay as they were",
	);
}

/** Removes stored mail that is excluded now, and lets mail be found again that no longer is. */
export async function excludeAfterChange(installation: Installation): Promise<void> {
	const { council, store, now, log } = installation;
	const { db } = store;
	const digests = exclusionDigests(council);
	const present = JSON.stringify([...digests].sort());
	const stored = await setting(db, EXCLUDED_BY);
	if (stored === present) return;
	const before = JSON.parse(stored ?? "[]") as readonly (readonly [string, string])[];
	const messages =
		stored === undefined ? 0 : await removeExcluded(db, excludingBy(council), CONFIGURATION_CHANGED, now());
	const changed = before.filter(([reason, digest]) => digests.get(reason) !== digest).map(([reason]) => reason);
	await db.transaction(async (tx) => {
		await findExcludedAnew(tx, changed);
		await putSetting(tx, EXCLUDED_BY, present);
		if (stored === undefined) return;
		await append(tx, [{ kind: "configuration.changed", entry: { exclusions: digests.size, messages } }], now());
	});
	if (messages === 0) return;
	log.info({ messages }, "the exclusions changed: stored mail that is now excluded was removed");
	// What was related to it is judged without it, and need not wait to be found left behind.
	await drainOutbox(installation, 0);
}

/** The header stage's own test, asked of what is stored. */
function excludingBy({ exclusions }: Pick<Council, "exclusions">): Excluding {
	const reasonAgainst = excludedBy(exclusions);
	return {
		message: (facts, folder) => reasonAgainst(headersOf(facts), folder),
		finding: ({ message, people }) => {
			const addresses = people.flatMap(({ address }) => (address === undefined ? [] : [address]));
			const headers = { ...NO_HEADERS, from: named([message.from]), to: named(addresses), subject: message.subject };
			return reasonAgainst(headers, message.folder);
		},
	};
}

const NO_HEADERS: ExcludableHeaders = { from: [], to: [], cc: [], bcc: [], resends: [], subject: "" };

function headersOf({ from, sender, to, cc, receipts, resends, subject }: MessageFacts): ExcludableHeaders {
	return {
		from,
		...(sender === undefined ? {} : { sender }),
		to,
		cc,
		bcc: named(receipts.filter(({ way }) => way === "bcc").map(({ address }) => address)),
		resends: resends.map(({ by, to, bcc }) => ({ by: named(by), to: named(to), cc: [], bcc: named(bcc) })),
		subject,
	};
}

function named(addresses: readonly string[]): readonly Address[] {
	return addresses.map((address) => ({ address, name: "" }));
}

/** Takes those off the list of unknown addresses whom the roster knows by now. */
export async function forgetWhomTheRosterKnows({ store, roster, now }: Installation): Promise<void> {
	const at = now().toISOString();
	await forgetKnown(store.db, (address) => {
		const { kind } = roster.party(address, at);
		return kind !== "unknown-council" && kind !== "third-party";
	});
}
