import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reconcileFindings } from "../../src/store/findings.ts";
import { append } from "../../src/store/ledger.ts";
import { ledger } from "../../src/store/schema.ts";
import { DOMAIN } from "../thornby.ts";
import { byTheClerk, silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let clerk: string;
let deputy: string;
let moment = new Date("2026-03-10T12:00:00Z");
beforeAll(async () => {
	site = await openSite({}, { now: () => moment });
	clerk = await site.signIn(`clerk@${DOMAIN}`);
	deputy = await site.signIn(`deputy@${DOMAIN}`);
});
afterAll(() => site.close());

const page = (id: string) => `/findings/f_${id}`;
const decide = (id: string, form: Readonly<Record<string, string>>, cookie = clerk) =>
	site.post(`${page(id)}/decide`, { standing: "0", ...form }, cookie, page(id));
const standing = async (id: string) => {
	const { body } = await site.get(page(id), clerk);
	return /name="standing" value="(\d+)"/u.exec(body)?.[1] ?? "0";
};
const main = (body: string) => body.slice(body.indexOf("<main"), body.indexOf("</main>"));

describe("deciding", () => {
	test("leads back to the finding, which says who decided what and when, and leaves the list", async () => {
		await site.raise([silentCopy("a")]);
		const { status, headers } = await decide("a", { kind: "justified", justified: "He asked\nfor <it>" });
		expect([status, headers.location]).toEqual([303, page("a")]);
		const { body } = await site.get(page("a"), clerk);
		expect(body).toContain("Decided: Justified.");
		expect(body).toContain("<strong>Justified</strong>, by Jo Marsh on 10 March 2026, 12:00.");
		expect(body).toContain("He asked\nfor &lt;it&gt;");
		expect((await site.get("/findings", clerk)).body).not.toContain(page("a"));
		expect((await site.get("/findings?state=justified", clerk)).body).toContain("Decided by Jo Marsh");
		expect((await site.get("/findings.csv?state=justified", clerk)).body).toContain("Justified,Jo Marsh");
	});

	test("wants a reason where one is due, and keeps what was written", async () => {
		await site.raise([silentCopy("b")]);
		const wrong = await decide("b", { kind: "not-a-breach", notABreach: "  ", justified: "typed before" });
		expect(wrong.status).toBe(422);
		expect(wrong.body).toContain("Enter the reason why it is not a breach");
		expect(wrong.body).toContain('href="#notABreach"');
		expect(wrong.body).toContain("typed before");
		expect((await decide("b", {})).body).toContain("Choose what you decide");
		expect((await decide("b", { kind: "justified", justified: "x".repeat(2_001) })).status).toBe(422);
		expect((await site.get(page("b"), clerk)).body).not.toContain("by Jo Marsh on");
		expect((await decide("b", { kind: "confirmed" })).status).toBe(303);
	});

	test("of two at once tells the second what the first decided, and writes nothing", async () => {
		await site.raise([silentCopy("c")]);
		await decide("c", { kind: "confirmed" });
		const second = await decide("c", { kind: "justified", justified: "my reason" }, deputy);
		expect(second.status).toBe(409);
		expect(second.body).toContain("Jo Marsh decided meanwhile");
		expect(second.body).toContain("<strong>Confirmed</strong>");
		expect(second.body).toContain("my reason");
		expect((await site.get("/findings?state=justified", clerk)).body).not.toContain(page("c"));
		const number = /name="standing" value="(\d+)"/u.exec(second.body)?.[1] ?? "";
		expect((await decide("c", { kind: "justified", justified: "my reason", standing: number }, deputy)).status).toBe(
			303,
		);
	});

	test("is undone, and stays in the record", async () => {
		await site.raise([silentCopy("d")]);
		await decide("d", { kind: "confirmed" });
		const last = await standing("d");
		const { status } = await site.post(`${page("d")}/undo`, { standing: last }, deputy, page("d"));
		expect(status).toBe(303);
		const { body } = await site.get(page("d"), clerk);
		expect(body).toContain("Confirmed (undone)");
		expect(body).toContain("Undone: Confirmed");
		expect(body).toContain("by Rae Dunn");
		expect((await site.get("/findings", clerk)).body).toContain(page("d"));
		expect((await site.post(`${page("d")}/undo`, { standing: last }, clerk, page("d"))).status).toBe(409);
	});

	test("notes are added beside, and an empty one is none", async () => {
		await site.raise([silentCopy("e")]);
		const note = (text: string) => site.post(`${page("e")}/notes`, { note: text }, deputy, page("e"));
		expect((await note(" ")).body).toContain("Enter the note");
		expect((await note("Asked her by telephone")).status).toBe(303);
		const { body } = await site.get(page("e"), clerk);
		expect(body).toContain("Asked her by telephone");
		expect(body).not.toContain("by Rae Dunn on");
	});

	test("is not for those who may not see the finding, whatever they send", async () => {
		const mine = silentCopy("f", { on: { from: `deputy@${DOMAIN}` } });
		await site.raise([mine, byTheClerk("g")]);
		const reader = await site.signIn(`reader@${DOMAIN}`);
		await site.get("/", deputy);
		const missing = main((await site.get("/findings/f_nowhere", deputy)).body);
		for (const [id, cookie] of [
			["f", deputy],
			["g", clerk],
			["f", reader],
		] as const) {
			const { status, body } = await site.get(page(id), cookie);
			expect([status, main(body)]).toEqual([404, missing]);
			for (const act of ["decide", "undo", "notes"]) {
				const sent = await site.post(`${page(id)}/${act}`, { kind: "confirmed", note: "x" }, cookie, "/");
				expect(sent.status).toBe(404);
			}
		}
		expect((await site.get(page("g"), await site.signIn(`b.lund@${DOMAIN}`))).status).toBe(200);
	});

	test("without the form's token changes nothing", async () => {
		await site.raise([silentCopy("h")]);
		const { statusCode } = await site.app.inject({
			method: "POST",
			url: `${page("h")}/decide`,
			headers: { cookie: clerk, "content-type": "application/x-www-form-urlencoded" },
			payload: "kind=confirmed&standing=0",
		});
		expect(statusCode).toBe(403);
		expect(await standing("h")).toBe("0");
	});

	test("puts ids into the ledger, and no reason", async () => {
		await site.raise([silentCopy("i")]);
		await decide("i", { kind: "justified", justified: "a very private reason" });
		const rows = await site.installation.store.db.select().from(ledger);
		const entry = rows.find((row) => row.kind === "finding.decided" && row.entry.id === "f_i");
		expect(entry?.entry).toMatchObject({ as: "justified", by: `clerk@${DOMAIN}` });
		expect(JSON.stringify(rows)).not.toContain("private reason");
	});

	test("on a finding that was withdrawn is not offered; its decision stays and is told to be older than a change", async () => {
		await site.raise([silentCopy("j")]);
		await decide("j", { kind: "confirmed" });
		const { db } = site.installation.store;
		const judge = (findings: readonly ReturnType<typeof silentCopy>[], at: string) =>
			reconcileFindings(db, new Map([[`m_<j@${DOMAIN}>`, findings]]), new Date(at));
		await judge([], "2026-03-11T12:00:00Z");
		await append(db, [{ kind: "finding.withdrawn", entry: { id: "f_j" } }], new Date("2026-03-11T12:00:00Z"));
		const gone = await site.get(page("j"), clerk);
		expect(gone.body).toContain("Withdrawn on 11 March 2026");
		expect(gone.body).toContain("<strong>Confirmed</strong>");
		expect(gone.body).not.toContain('value="put-right"');
		await judge([silentCopy("j", { certainty: "likely" })], "2026-03-12T12:00:00Z");
		const back = await site.get(page("j"), clerk);
		expect(back.body).toContain("Later mail changed this finding on 12 March 2026");
		expect(back.body).toContain("<strong>Confirmed</strong>");
		expect(back.body).toContain("Withdrawn: later mail took its ground away");
	});
});

describe("exempting a pattern", () => {
	const exempt = (id: string, form: Readonly<Record<string, string>> = {}) =>
		decide(id, { kind: "exempt", exempt: "The council agreed", alike: "from", expires: "31/3/2026", ...form });

	test("wants a reason, what must be alike, and a day within a year", async () => {
		await site.raise([silentCopy("k")]);
		const { status, body } = await exempt("k", { exempt: "", alike: "", expires: "" });
		expect(status).toBe(422);
		expect(body).toContain("Enter the reason why findings like this are exempt");
		expect(body).toContain("Choose what must be alike");
		expect(body).toContain("Enter the last day of the exemption");
		expect((await exempt("k", { expires: "11 March 2027" })).body).toContain("within a year from today");
		expect((await exempt("k", { expires: "9 March 2026" })).body).toContain("today or later");
		expect((await exempt("k", { expires: "whenever" })).body).toContain("must be a day");
	});

	test("covers alike findings until its last day is over, and is listed with reason and number", async () => {
		const exact = { people: [{ as: "copied" as const, name: "Bea Lund", address: `b.lund@${DOMAIN}` }] };
		await site.raise([silentCopy("l", exact), silentCopy("m", exact)]);
		expect((await exempt("l", { alike: "people" })).status).toBe(303);
		const open = async () => (await site.get("/findings", await site.signIn(`clerk@${DOMAIN}`))).body;
		expect(await open()).not.toContain(page("l"));
		expect(await open()).not.toContain(page("m"));
		expect((await site.get(page("m"), clerk)).body).toContain("A pattern exempts this finding");
		const { body } = await site.get("/exemptions", clerk);
		expect(body).toContain("The council agreed");
		expect(body).toContain("31 March 2026");
		expect(body).toContain("2 findings");
		moment = new Date("2026-04-01T12:00:00Z");
		expect(await open()).toContain(page("m"));
		const later = await site.get("/exemptions", await site.signIn(`clerk@${DOMAIN}`));
		expect(later.body).toContain("Its last day was 31 March 2026");
		moment = new Date("2026-03-10T12:00:00Z");
	});

	test("ends when somebody ends it who may see it", async () => {
		const people = [{ as: "copied" as const, name: "Gareth Lund", address: `g.lund@${DOMAIN}` }];
		await site.raise([silentCopy("n", { people, on: { from: `deputy@${DOMAIN}` } })]);
		await exempt("n", { alike: "people" });
		const id = /action="\/exemptions\/(p_\w+)\/end"/u.exec((await site.get("/exemptions", clerk)).body)?.[1];
		expect((await site.get("/exemptions", deputy)).body).not.toContain(String(id));
		expect((await site.post(`/exemptions/${id}/end`, {}, deputy, "/")).status).toBe(404);
		expect((await site.post(`/exemptions/${id}/end`, {}, clerk, "/exemptions")).status).toBe(303);
		expect((await site.get("/exemptions", clerk)).body).toContain("Ended by Jo Marsh on 10 March 2026");
		expect((await site.get("/findings", clerk)).body).toContain(page("n"));
	});
});
