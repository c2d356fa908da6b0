/**
 * Times the review pages on a store filled by seed-findings.ts: `node test/bench/pages.ts DIRECTORY [--explain]`.
 * Injected requests on the embedded store, as a reviewer; the median and the slowest of some, in milliseconds.
 */
import { openInstallation } from "../../src/installation.ts";
import { createLogger } from "../../src/logging.ts";
import { createApp } from "../../src/web/app.ts";
import { DOMAIN } from "../thornby.ts";
import { REVIEWERS, sessionCookie } from "../web/site.ts";
import { placeAt } from "../workers/place.ts";

const TIMES = 7;
const PAGES: readonly (readonly [who: string, path: string])[] = [
	["clerk", "/findings"],
	["clerk", "/findings?page=400"],
	["clerk", "/findings?state=all"],
	["clerk", "/findings?state=all&page=1600"],
	["clerk", "/findings?rule=silent-copy&severity=breach&certainty=likely"],
	["clerk", "/findings?state=all&person=ruth+voss"],
	["clerk", "/findings?state=all&person=resident77%40mailbox.example"],
	["clerk", "/findings?state=all&person=nobody+at+all"],
	["clerk", "/findings?state=all&from=1+March+2026&to=31+March+2026"],
	["b.lund", "/findings"],
	["reader", "/findings?state=all"],
	["clerk", "/findings/f_seed000000000001"],
	["clerk", "/findings/f_seed000000000001/decide"],
	["clerk", "/exemptions"],
	["clerk", "/"],
	["clerk", "/weeks.svg"],
	["clerk", "/audits"],
	["clerk", "/reports"],
	["clerk", "/coverage"],
	["clerk", "/configuration"],
	["clerk", "/ledger"],
];

const [, , directory = ""] = process.argv;
if (directory === "") throw new Error("Usage: node test/bench/pages.ts DIRECTORY");
const place = await placeAt(directory, { storage: { kind: "embedded", directory }, reviewers: REVIEWERS });
const installation = await openInstallation(place.council, { log: createLogger({ level: "silent" }) });
const app = await createApp({ installation, web: place.council.web });
await app.ready();
const cookies = new Map<string, string>();
for (const name of new Set(PAGES.map(([who]) => who))) {
	cookies.set(name, await sessionCookie(installation.store.db, `${name}@${DOMAIN}`));
}
for (const [who, url] of PAGES) {
	const times: number[] = [];
	let status = 0;
	for (let n = 0; n < TIMES; n++) {
		const started = performance.now();
		const response = await app.inject({ method: "GET", url, headers: { cookie: cookies.get(who) ?? "" } });
		times.push(performance.now() - started);
		status = response.statusCode;
	}
	times.sort((a, b) => a - b);
	const [median = 0, slowest = 0] = [times[Math.floor(TIMES / 2)], times.at(-1)];
	console.log(`${median.toFixed(0).padStart(5)} ${slowest.toFixed(0).padStart(6)}  ${status} ${who.padEnd(7)} ${url}`);
}
await app.close();
await installation.close();
