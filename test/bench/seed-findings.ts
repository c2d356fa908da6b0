/**
 * Fills a store with findings and message facts as years of a busy council leave them, for measuring the pages:
 * `node test/bench/seed-findings.ts DIRECTORY [FINDINGS] [MESSAGES]`. The same numbers give the same findings.
 */
import { fileURLToPath } from "node:url";
import { bearingOf } from "../../src/alerts/bearing.ts";
import { createRoster } from "../../src/people/roster.ts";
import type { Finding, FindingPerson } from "../../src/rules/rule.ts";
import { sql } from "../../src/store/drizzle.ts";
import { openStore } from "../../src/store/open.ts";
import type { Db } from "../../src/store/schema.ts";
import { THORNBY } from "../thornby.ts";

const FINDINGS_AT_ONCE = 1_000;
const MESSAGES_AT_ONCE = 50_000;
const NEWEST = Date.parse("2026-06-30T16:00:00Z");
const BETWEEN_MS = 12 * 60_000;
const DAY_MS = 86_400_000;

const RULES = [
	"silent-copy",
	"missing-copy-footer",
	"councillor-obligation",
	"confidential-leak",
	"staff-instruction",
	"enquiry-overdue",
] as const;
const CERTAINTIES = ["certain", "certain", "likely", "possible"] as const;
const REVIEWS = ["undecided", "undecided", "undecided", "confirmed", "justified", "put-right", "not-a-breach"] as const;
const roster = createRoster(THORNBY);
const officers = THORNBY.people.filter(({ role, shared }) => role === "officer" && !shared);
const councillors = THORNBY.people.filter(({ role }) => role === "councillor");

/** The `n`-th finding, newest first. */
export function findingNumber(n: number): Finding {
	const rule = pick(RULES, n);
	const officer = pick(officers, n * 7);
	const councillor = pick(councillors, n * 5);
	const other = pick(councillors, n * 5 + 1 + (n % 3));
	const outsider = `resident${n % 5_000}@mailbox.example`;
	const people: FindingPerson[] =
		rule === "confidential-leak"
			? [{ as: "third-party", name: "", address: outsider }]
			: rule === "councillor-obligation" || rule === "staff-instruction"
				? [{ as: "author", name: councillor.name, address: councillor.id }]
				: [
						{ as: "copied", name: other.name, address: other.id },
						{ as: "uninformed", name: councillor.name, address: councillor.id },
					];
	const by = rule === "councillor-obligation" || rule === "staff-instruction" ? councillor : officer;
	return {
		id: `f_seed${String(n).padStart(12, "0")}`,
		rule,
		severity: n % 5 === 0 ? "advisory" : "breach",
		certainty: pick(CERTAINTIES, n * 3),
		clause: { protocol: "camborne", reference: "Correspondence, 1" },
		message: {
			messageId: `<seed-${n}@thornby-pc.example>`,
			mailbox: by.id,
			folder: "Sent",
			date: new Date(NEWEST - n * BETWEEN_MS).toISOString(),
			subject: `RE: Allotment gate, plot ${n}, and what the contractor said about the path`,
			from: by.id,
		},
		people,
		summary: `${by.name} wrote to Cllr ${councillor.name}, and Cllr ${other.name} received it without being named (plot ${n}).`,
		evidence: [
			{ kind: "header", where: "Bcc", quote: `Bcc: ${other.name} <${other.id}>` },
			{ kind: "absence", where: "foot of the message", quote: `no line at the foot names Cllr ${other.name}` },
		],
		unseen: "What was said by telephone or in person can't be seen in mail.",
		remedy:
			`Dear Cllr ${councillor.name},\n\nI sent a copy of my message on the gate at plot ${n} to Cllr ${other.name} and ` +
			"should have said so at its foot. I am sorry; please tell me if you would rather I had not.\n\nKind regards",
	};
}

/** Stores findings 0 to `count` - 1. Every 40th is withdrawn; of the older ones most are decided. */
export async function seedFindings(db: Db, count: number): Promise<void> {
	for (let from = 0; from < count; from += FINDINGS_AT_ONCE) {
		const rows = Array.from({ length: Math.min(FINDINGS_AT_ONCE, count - from) }, (_, index) => rowOf(from + index));
		await db.execute(sql`
			INSERT INTO candour.findings (id, rule, severity, certainty, identity, message_id, date, finding, state,
				raised_at, withdrawn_at, withdrawn_because, review, involved, concern)
			SELECT id, rule, severity, certainty, identity, message_id, date, finding, state,
				raised_at, withdrawn_at, withdrawn_because, review, involved, concern
			FROM json_populate_recordset(NULL::candour.findings, ${JSON.stringify(rows)}::json)`);
	}
}

function rowOf(n: number) {
	const finding = findingNumber(n);
	const raisedAt = new Date(Date.parse(finding.message.date) + 60_000).toISOString();
	const withdrawn = n % 40 === 0;
	return {
		id: finding.id,
		rule: finding.rule,
		severity: finding.severity,
		certainty: finding.certainty,
		identity: `m_${n}`,
		message_id: finding.message.messageId,
		date: finding.message.date,
		finding,
		state: withdrawn ? "withdrawn" : "open",
		raised_at: raisedAt,
		withdrawn_at: withdrawn ? new Date(Date.parse(raisedAt) + DAY_MS).toISOString() : null,
		withdrawn_because: withdrawn ? "Judged again with later mail, the rule no longer finds this." : null,
		review: withdrawn ? "undecided" : pick(REVIEWS, n * 11),
		...bearingOf(finding, roster),
	};
}

/** Message facts without words, each in one place of a mailbox: 0 to `count` - 1, the seeded findings' among them. */
export async function seedMessages(db: Db, count: number): Promise<void> {
	for (let from = 0; from < count; from += MESSAGES_AT_ONCE) {
		const to = Math.min(count, from + MESSAGES_AT_ONCE) - 1;
		await db.execute(
			sql.raw(`
			INSERT INTO candour.message_facts (identity, message_id, date, facts, partly_read, keys, stored_at)
			SELECT 'm_' || n, '<seed-' || n || '@thornby-pc.example>',
				to_char(timestamp '2026-06-30 16:00' - n * interval '3 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
				json_build_object('identity', 'm_' || n, 'subject', 'Allotment gate ' || n, 'from', '[]'::json,
					'to', '[]'::json, 'cc', '[]'::json, 'contained', '[]'::json, 'partlyRead', '[]'::json),
				false, ARRAY[n / 4], now()
			FROM generate_series(${from}, ${to}) AS n`),
		);
		await db.execute(
			sql.raw(`
			INSERT INTO candour.copies (location, identity, mailbox, folder, uid_validity, uid, seen_at)
			SELECT 'seed-' || n, 'm_' || n, 'clerk@thornby-pc.example', 'Sent', '7', n + 1, now()
			FROM generate_series(${from}, ${to}) AS n`),
		);
	}
}

function pick<T>(list: readonly T[], n: number): T {
	return list[n % list.length] as T;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [, , directory, findings = "100000", messages = "0"] = process.argv;
	if (directory === undefined)
		throw new Error("Usage: node test/bench/seed-findings.ts DIRECTORY [FINDINGS] [MESSAGES]");
	const store = await openStore({ kind: "embedded", directory });
	const started = Date.now();
	await seedFindings(store.db, Number(findings));
	await seedMessages(store.db, Number(messages));
	console.log(`${findings} findings, ${messages} messages in ${Math.round((Date.now() - started) / 1000)} s`);
	await store.close();
}
