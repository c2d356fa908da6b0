/** What hostile mail, and people who are signed in and try things out, can't do to the pages. */
import { randomUUID } from "node:crypto";
import { get as httpGet } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askForAudit } from "../../src/store/audit-runs.ts";
import { ledger } from "../../src/store/schema.ts";
import { DOMAIN } from "../thornby.ts";
import { everyRoute, type Route } from "./every-route.ts";
import { silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

const CLERK = `clerk@${DOMAIN}`;
const MARKUP = `"><img src=x onerror=alert(1)></title><script>alert(1)</script>{{ 7*7 }}\u202e\u0000`;

const RECENT = new Date(Date.now() - 86_400_000).toISOString();

let site: Site;
let routes: readonly Route[];
let clerk: string;
beforeAll(async () => {
	({ opened: site, routes } = await everyRoute(() => openSite()));
	clerk = await site.signIn(CLERK);
	const people = (["copied", "uninformed", "author", "third-party", "group"] as const).map((as) => ({
		as,
		name: MARKUP.replace("\0", ""),
		address: as === "group" ? "" : `"${MARKUP.replace("\0", "")}"@evil.example`,
	}));
	await site.raise([
		silentCopy("hostile", {
			summary: MARKUP,
			people,
			unseen: MARKUP,
			remedy: MARKUP,
			evidence: [{ kind: "text", where: MARKUP, quote: MARKUP }],
			on: { subject: MARKUP, from: `<script>@evil.example`, folder: MARKUP, mailbox: MARKUP },
		}),
	]);
});
afterAll(() => site.close());

describe("words of hostile mail", () => {
	test("come out as words on every page that shows them", async () => {
		const paths = ["/", "/findings", "/findings/f_hostile", "/findings/f_hostile/decide", "/exemptions", "/reports"];
		const { status } = await site.post(
			"/findings/f_hostile/decide",
			{ kind: "exempt", exempt: MARKUP, alike: "people", expires: "" },
			clerk,
			"/findings/f_hostile/decide",
		);
		expect(status).toBe(422);
		for (const path of paths) {
			const { body, status: found } = await site.get(path, clerk);
			expect([path, found]).toEqual([path, 200]);
			expect(body, path).not.toMatch(/<img src=x|<script>alert|onerror=alert\(1\)>|\b49\b(?=\u202e)/u);
			if (path.startsWith("/findings")) expect(body, path).toContain("&lt;script&gt;");
		}
	});

	test("a note and a reason with what the database refuses are taken all the same", async () => {
		const noted = await site.post("/findings/f_hostile/notes", { note: MARKUP }, clerk, "/findings/f_hostile");
		expect(noted.status).toBe(303);
		expect((await site.get("/findings/f_hostile", clerk)).body).toContain("onerror=alert(1)&gt;");
	});
});

describe("what stands in an address", () => {
	const VALUES = [
		"%00",
		"__proto__",
		"constructor",
		"..%2f..%2fetc%2fpasswd",
		"a".repeat(200),
		"%E2%80%AE",
		"-1",
		"1e309",
	];
	const FIELDS = ["person", "from", "page", "before", "state", "part", "to", "__proto__"];

	test("never makes a page fail, whatever it is and however often it is repeated", async () => {
		const gets = routes.filter(({ method, roles }) => method === "GET" && roles?.includes("reviewer"));
		const paths = [
			...gets
				.filter(({ url }) => url.includes(":"))
				.flatMap(({ url }) => VALUES.map((value) => url.replace(/:[a-z]+/gu, value))),
			...gets
				.filter(({ url }) => !url.includes(":"))
				.flatMap(({ url }) => FIELDS.map((field, at) => `${url}?${field}=${VALUES[at]}&${field}=x&${field}[]=y`)),
		];
		for (const path of paths) {
			const { statusCode } = await site.app.inject({ url: path, headers: { cookie: clerk } });
			expect(statusCode, path).toBeLessThan(500);
		}
	});
});

describe("somebody who sees no findings", () => {
	const READER = `r.voss@${DOMAIN}`;

	test("can't tell from numbers beside each other that there are some on himself", async () => {
		const readers = await openSite({ reviewers: [{ name: "Ruth Voss", email: READER, roles: ["reader"] }] });
		try {
			const others = silentCopy("others", { people: [], rule: "missing-copy-footer", on: { date: RECENT } });
			await readers.raise([others, silentCopy("on-her", { on: { date: RECENT } })]);
			const cookie = await readers.signIn(READER);
			const overview = (await readers.get("/", cookie)).body;
			expect(overview).toContain("1 finding waits for a decision");
			expect(overview).not.toContain("Silent copy");
			// As for reviewers: that there are more, and nothing of what they are.
			expect(overview).toContain("1 more is for others to review");
			expect((await readers.get("/findings", cookie)).body).not.toMatch(/\b2 findings\b/u);
			expect(overview).toMatch(/alt="[^"]*\b1 breach\b/u);
			expect(overview).not.toContain("2 breaches");
		} finally {
			await readers.close();
		}
	});
});

describe("a link on another site", () => {
	test("can't make the ledger say that somebody opened a message or took the findings away", async () => {
		const written = async () =>
			(await site.installation.store.db.select().from(ledger)).filter(({ kind }) => /exported|opened/u.test(kind))
				.length;
		const before = await written();
		for (const [url, led] of [
			["/findings/f_hostile/message", "/findings/f_hostile"],
			["/findings.csv?state=all", "/findings?state=all"],
		] as const) {
			const headers = { cookie: clerk, "sec-fetch-site": "cross-site" };
			const answer = await site.app.inject({ url, headers });
			expect([answer.statusCode, answer.headers.location]).toEqual([303, led]);
		}
		expect(await written()).toBe(before);
		const own = { cookie: clerk, "sec-fetch-site": "same-origin" };
		expect((await site.app.inject({ url: "/findings.csv", headers: own })).statusCode).toBe(200);
		expect(await written()).toBe(before + 1);
	});
});

describe("a form", () => {
	test("with its token repeated, as an array or as JSON of another shape changes nothing and fails nothing", async () => {
		const token = /name="_csrf" value="([^"]+)"/u.exec((await site.get("/findings/f_hostile", clerk)).body)?.[1] ?? "";
		const send = async (type: string, payload: string, headers: Record<string, string> = {}) =>
			site.app.inject({
				method: "POST",
				url: "/findings/f_hostile/decide",
				headers: { cookie: clerk, "content-type": type, ...headers },
				payload,
			});
		const form = "application/x-www-form-urlencoded";
		for (const [type, payload] of [
			[form, `_csrf=x&_csrf=${encodeURIComponent(token)}&kind=confirmed`],
			[form, "__proto__[_csrf]=x&constructor=y"],
			["application/json", `{"__proto__":{"_csrf":"${token}"},"kind":"confirmed"}`],
			["application/json", `{"_csrf":["${token}"],"kind":"confirmed"}`],
			["application/json", `{"_csrf":{"length":1}}`],
			[
				"multipart/form-data; boundary=x",
				`--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--x--`,
			],
			["text/plain", `_csrf=${token}&kind=confirmed`],
		] as const) {
			const { statusCode } = await send(type, payload);
			expect([400, 403, 415], payload).toContain(statusCode);
		}
		const overridden = await site.app.inject({
			url: "/findings/f_hostile/undo?_method=POST",
			headers: { cookie: clerk, "x-http-method-override": "POST" },
		});
		expect(overridden.statusCode).toBe(404);
		expect((await send(form, "a=".padEnd(300_000, "b"))).statusCode).toBe(413);
		expect((await site.get("/findings/f_hostile", clerk)).body).toContain("What do you decide?");
	});

	test("has to arrive within half a minute", () => {
		expect(site.app.server.requestTimeout).toBe(30_000);
	});
});

describe("the news of an audit", () => {
	test("go to a few windows of one person at a time, and to nobody who only asks for the head", {
		timeout: 30_000,
	}, async () => {
		const { db } = site.installation.store;
		const id = randomUUID();
		await askForAudit(db, { id, byEmail: CLERK, byName: "Jo Marsh", toDay: "2026-03-02" }, new Date());
		await site.app.listen({ port: 0, host: "127.0.0.1" });
		const { port } = site.app.server.address() as AddressInfo;
		const head = await site.app.inject({ method: "HEAD", url: `/audits/${id}/events`, headers: { cookie: clerk } });
		expect(head.statusCode).toBe(404);
		const open = (cookie: string) =>
			new Promise<{ status: number | undefined; leave: () => void }>((resolve, reject) => {
				const request = httpGet(`http://127.0.0.1:${port}/audits/${id}/events`, { headers: { cookie } }, (answer) => {
					answer.on("error", () => undefined);
					resolve({ status: answer.statusCode, leave: () => request.destroy() });
				});
				request.on("error", reject);
			});
		const windows = [];
		for (let number = 0; number < 7; number += 1) windows.push(await open(clerk));
		expect(windows.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 204]);
		const other = await open(await site.signIn(`deputy@${DOMAIN}`));
		expect(other.status).toBe(200);
		other.leave();
		for (const { leave } of windows) leave();
		// Whoever closes his windows may open others.
		await expect
			.poll(
				async () => {
					const again = await open(clerk);
					again.leave();
					return again.status;
				},
				{ timeout: 10_000 },
			)
			.toBe(200);
	});
});
