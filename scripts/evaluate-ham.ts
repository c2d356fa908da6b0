/**
 * Audits ordinary mail of strangers, mapped onto a council's roster, and prints what is found. usage: node scripts/evaluate-ham.ts FOLDER
 * The four most frequent senders become officers (the first the Proper Officer), the next twelve councillors; addresses
 * that stand in To more than fifty times become lists of all of them; everybody else is a third party.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCorpus } from "../src/audit/corpus.ts";
import { createJudge } from "../src/audit/judge.ts";
import { createReadMessage } from "../src/audit/read-message.ts";
import { loadProfile } from "../src/config/profile.ts";
import { createCalendar } from "../src/facts/calendar.ts";
import { readHeaders } from "../src/mail/header-view.ts";
import type { Person, Register } from "../src/people/person.ts";
import { createRoster } from "../src/people/roster.ts";

const OFFICERS = 4;
const COUNCILLORS = 12;
const LIST_MENTIONS = 50;
const AS_OF = "2026-01-01T00:00:00Z";

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node scripts/evaluate-ham.ts FOLDER");
const mails = readdirSync(folder)
	.sort()
	.map((name) => ({ name, raw: readFileSync(join(folder, name)) }));

const register = mapped();
const roster = createRoster(register);
const read = createReadMessage({ register, key: new Uint8Array(32), exclusions: [] });
const corpus = createCorpus(roster);
const files = new Map<string, string>();
let unreadable = 0;
for (const { name, raw } of mails) {
	const result = await read({ raw, at: { mailbox: "", folder: "", file: name }, journal: false });
	if (result.kind === "facts") {
		corpus.add(result.facts);
		files.set(result.facts.messageId, name);
	} else unreadable += 1;
}
const { profile } = await loadProfile("leigh-on-sea", "council.yaml", {}, (message, mend) => {
	throw new Error(`${message} ${mend}`);
});
const rules = [...(profile?.rules ?? [])].map(([rule, { severity, clause, settings }]) => ({
	rule,
	severity,
	clause,
	settings,
}));
const judge = createJudge({
	protocol: { name: "leigh-on-sea", title: "", rules },
	roster,
	calendar: createCalendar({ nation: "england", closed: [] }, register.timezone),
});
let found = 0;
for (const message of corpus.messages()) {
	for (const finding of judge(message, () => corpus.related(message), AS_OF)) {
		found += 1;
		const quotes = finding.evidence.map(({ where, quote }) => `${where}: ${quote}`).join(" | ");
		console.log(`${finding.rule.padEnd(26)} ${finding.certainty.padEnd(8)} ${files.get(message.messageId)}  ${quotes}`);
	}
}
console.log(
	`${mails.length} messages, ${unreadable} unreadable, ${found} findings, ${((2000 * found) / mails.length).toFixed(1)} in 2,000`,
);

function mapped(): Register {
	const from = new Map<string, { count: number; name: string }>();
	const to = new Map<string, number>();
	for (const { raw } of mails) {
		const headers = readHeaders(raw);
		const sender = headers.from[0];
		if (sender) from.set(sender.address, { count: (from.get(sender.address)?.count ?? 0) + 1, name: sender.name });
		for (const { address } of headers.to) to.set(address, (to.get(address) ?? 0) + 1);
	}
	const frequent = [...from]
		.sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
		.slice(0, OFFICERS + COUNCILLORS);
	const people = frequent.map(([address, { name }], index): Person => {
		const officer = index < OFFICERS;
		return {
			id: address,
			name: name || address,
			role: officer ? "officer" : "councillor",
			offices: index === 0 ? ["proper-officer"] : [],
			committees: [],
			addresses: [address],
			shared: false,
		};
	});
	const addresses = people.map(({ id }) => id);
	const lists = [...to]
		.filter(([address, count]) => count > LIST_MENTIONS && !addresses.includes(address))
		.map(([address]) => ({ address, members: { kind: "addresses" as const, addresses } }));
	const domains = [...new Set(addresses.map((address) => address.slice(address.lastIndexOf("@") + 1)))];
	return {
		council: "Ham Town Council",
		domains,
		timezone: "UTC",
		people,
		lists,
		authorisedRecipients: [],
		complainants: [],
		spokespeople: [],
	};
}
