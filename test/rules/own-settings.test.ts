import { describe, expect, it } from "vitest";
import { readingsToKeep } from "../../src/audit/judge.ts";
import { factsOf } from "../judging.ts";
import { BEA, CLERK, DEPUTY, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";
import { findingsOf, protocolWith, type Settings, whoIn } from "./with-settings.ts";

const PLANNERS = "Planning <planning@broadshire.example>";
const MP = "The Rt Hon Mary Ashe MP <mary.ashe@parliament.example>";
const objection = (name: string): string =>
	`Dear Sirs,\n\nI write on behalf of Thornby Parish Council, which objects to application 26/00417/FUL because of the access to the lane.\n\nYours faithfully\n${name}\n`;

describe("councillor-obligation", () => {
	const binds = (settings: Settings, mails: readonly string[]) => whoIn("councillor-obligation", settings, mails);
	const text = (name: string) => `Dear Mr Bold,\n\nThe Council accepts your quotation of £4,860.\n\n${name}\n`;
	it("leaves the chair free where the protocol does", async () => {
		const chair = letter({ from: HART, to: "sales@bold.example", text: text("Dan Hart\nChair") });
		const other = letter({ from: BEA, to: "sales@bold.example", text: text("Bea Lund") });
		expect(await binds({}, [chair])).toEqual(["d.hart"]);
		expect(await binds({ chair: "free" }, [chair, other])).toEqual(["b.lund"]);
	});

	const clerks = (words: string, more: Partial<Parameters<typeof letter>[0]> = {}) =>
		letter({
			from: CLERK,
			to: "sales@bold.example",
			text: `Dear Mr Bold,\n\n${words}\n\nJo Marsh\nClerk to Thornby Parish Council\n`,
			...more,
		});
	const ACCEPTS = "The Council accepts your quotation of £4,860.";
	it("binds officers as well where nobody may commit the council without authority", async () => {
		expect(await binds({}, [clerks(ACCEPTS)])).toEqual([]);
		expect(await binds({ bound: "both" }, [clerks(ACCEPTS)])).toEqual(["clerk"]);
		const office = clerks(ACCEPTS, { from: `Thornby Parish Council <office@${DOMAIN}>` }).replace(
			/Jo Marsh\r\nClerk to /u,
			"The office, ",
		);
		expect(await binds({ bound: "both" }, [office])).toEqual(["office"]);
		expect(
			await binds({ bound: "both" }, [letter({ from: BEA, to: "sales@bold.example", text: text("Bea Lund") })]),
		).toEqual(["b.lund"]);
	});
	it("leaves officers' other letters alone, and those to the council's own people", async () => {
		const questions = clerks("Thank you for your quotation. I shall put it before the council on Tuesday.");
		const inside = clerks(ACCEPTS, { to: PELL });
		const automatic = clerks(ACCEPTS, { headers: ["Auto-Submitted: auto-replied"] });
		expect(await binds({ bound: "both" }, [questions, inside, automatic])).toEqual([]);
	});
	it("gives less weight to an officer's letter that names its authority, and none to a councillor's for it", async () => {
		const resolved = "As resolved by the council on 3 March (minute 47/26), we accept your quotation of £4,860.";
		const [clerk] = await findingsOf("councillor-obligation", { bound: "both" }, [clerks(resolved)]);
		expect(clerk).toMatchObject({ severity: "advisory" });
		expect(clerk?.evidence.map(({ quote }) => quote).join()).toContain("minute 47/26");
		const [plain] = await findingsOf("councillor-obligation", { bound: "both" }, [clerks(ACCEPTS)]);
		expect(plain).toMatchObject({ severity: "breach" });
		expect(plain?.summary).toContain("names no authority for it");
		const byBea = letter({ from: BEA, to: "sales@bold.example", text: `Dear Mr Bold,\n\n${resolved}\n\nBea Lund\n` });
		const [bea] = await findingsOf("councillor-obligation", { bound: "both" }, [byBea]);
		expect(bea).toMatchObject({ severity: "breach" });
	});
	it("leaves those alone to whom the council has given the authority", async () => {
		const deputy = clerks(ACCEPTS, { from: DEPUTY }).replace("Jo Marsh\r\nClerk", "Rae Dunn\r\nDeputy Clerk");
		const mails = [clerks(ACCEPTS), deputy];
		expect((await binds({ bound: "both" }, mails)).toSorted()).toEqual(["clerk", "deputy"]);
		expect(await binds({ bound: "both", mayBind: "proper-officer" }, mails)).toEqual(["deputy"]);
	});
	it("has officers' letters read for it, and only then", async () => {
		expect(readingsToKeep(protocolWith("councillor-obligation", {}))).not.toContain("officers-letters");
		expect(readingsToKeep(protocolWith("councillor-obligation", { bound: "both" }))).toContain("officers-letters");
		const { letters } = await factsOf({ raw: clerks(ACCEPTS) });
		expect(letters.map(({ statements }) => statements)).toEqual([[]]);
	});
});

describe("councillor-official-letter", () => {
	const official = (settings: Settings, mail: string) => whoIn("councillor-official-letter", settings, [mail]);
	it("leaves representations to those whom the protocol names", async () => {
		const from = { chair: HART, vice: BEA, other: PELL };
		const names = { chair: "Dan Hart\nChair", vice: "Bea Lund\nVice-Chair", other: "Alan Pell" };
		const by = (who: keyof typeof from, representations?: string) =>
			official(
				representations === undefined ? {} : { representations },
				letter({ from: from[who], to: MP, text: objection(names[who]) }),
			);
		expect(await by("chair")).toEqual([]);
		expect(await by("vice")).toEqual([]);
		expect(await by("other")).toEqual(["a.pell"]);
		expect(await by("vice", "chair")).toEqual(["b.lund"]);
		expect(await by("chair", "chair")).toEqual([]);
		expect(await by("chair", "nobody")).toEqual(["d.hart"]);
		expect(await by("other", "any-councillor")).toEqual([]);
	});
	it("takes the press from the chair where the protocol does", async () => {
		const text =
			"For immediate release\n\nThornby Parish Council welcomes the new crossing, a spokesman said. The Council's position is that it should have come sooner.\n\nDan Hart\nChair, Thornby Parish Council\n";
		const mail = letter({ from: HART, to: "newsdesk@broadshire-gazette.example", subject: "Press release", text });
		expect(await official({}, mail)).toEqual([]);
		expect(await official({ press: "nobody" }, mail)).toEqual(["d.hart"]);
	});
	it("wants the capacity said where the protocol does", async () => {
		const open = letter({
			from: PELL,
			to: PLANNERS,
			text: "Dear Sirs,\n\nThe access to the lane is too narrow for lorries, and I hope that the plan is refused.\n\nAlan Pell\n",
		});
		const said = letter({
			from: PELL,
			to: PLANNERS,
			text: "Dear Sirs,\n\nI write purely as a resident. The access to the lane is too narrow for lorries.\n\nAlan Pell\n",
		});
		expect(await official({}, open)).toEqual([]);
		expect(await official({ capacity: "must-be-said" }, open)).toEqual(["a.pell"]);
		expect(await official({ capacity: "must-be-said" }, said)).toEqual([]);
	});
});

describe("confidential-leak", () => {
	const SECRET =
		"The tenant of plot nine asked us to end the tenancy early and without telling the site. His daughter cleared the shed last week, and the deposit was returned to her by cheque on Friday.";
	const inside = letter({
		id: "inside",
		from: CLERK,
		to: PELL,
		subject: "Plot nine",
		text: `Alan,\n\n${SECRET}\n\nJo\n`,
	});
	const out = (day: number): string =>
		letter({
			id: "out",
			from: PELL,
			to: RESIDENT,
			subject: "Fw: Plot nine",
			date: new Date(Date.UTC(2026, 2, day, 18)).toUTCString().replace("GMT", "+0000"),
			text: `Tilly, see below.\n\nAlan\n\n---------- Forwarded message ---------\nFrom: Jo Marsh <clerk@thornby-pc.example>\nDate: Tue, 3 Mar 2026 at 10:15\nTo: Alan Pell <a.pell@thornby-pc.example>\n\nAlan,\n\n${SECRET}\n\nJo\n`,
		});
	const leaks = (settings: Settings, mails: readonly string[]) => whoIn("confidential-leak", settings, mails);

	it("needs no mark where all correspondence is confidential", async () => {
		expect(await leaks({}, [inside, out(5)])).toEqual([]);
		expect(await leaks({ unmarked: "confidential" }, [inside, out(5)])).toEqual(["tilly.moss"]);
	});
	it("needs none for so many days where it is confidential until a meeting", async () => {
		expect(await leaks({ unmarked: 7 }, [inside, out(5)])).toEqual(["tilly.moss"]);
		expect(await leaks({ unmarked: 7 }, [inside, out(20)])).toEqual([]);
	});
	it("still leaves the council's letters to outsiders alone", async () => {
		const letterOut = letter({ to: RESIDENT, cc: PELL, text: "Dear Tilly,\n\nThe bin is emptied on Monday.\n\nJo\n" });
		expect(await leaks({ unmarked: "confidential" }, [letterOut])).toEqual([]);
	});
	it("covers councillors' mail to each other where the protocol does, unless its writer lets it go", async () => {
		const among = (text: string) => letter({ id: "inside", from: VOSS, to: PELL, subject: "Plot nine", text });
		const onward = out(5)
			.replace("From: Jo Marsh <clerk@", "From: Ruth Voss <r.voss@")
			.replace("\r\n\r\nJo\r\n", "\r\n\r\nRuth\r\n");
		const wide = { unmarked: "confidential", between: "council" };
		expect(await leaks({ unmarked: "confidential" }, [among(`Alan,\n\n${SECRET}\n\nRuth\n`), onward])).toEqual([]);
		expect(await leaks(wide, [among(`Alan,\n\n${SECRET}\n\nRuth\n`), onward])).toEqual(["tilly.moss"]);
	});
});

describe("staff-instruction", () => {
	const orders = (settings: Settings, mail: string) => whoIn("staff-instruction", settings, [mail]);
	const text = "Please cut the verge on Mill Lane this week.\n\nAlan\n";
	it("protects the Clerk where nobody may instruct an officer", async () => {
		const toClerk = letter({ from: PELL, to: CLERK, text: `Jo,\n\n${text}` });
		expect(await orders({}, toClerk)).toEqual([]);
		expect(await orders({ protects: "every-officer" }, toClerk)).toEqual(["a.pell"]);
	});
	it("protects staff though the Clerk is on the message, where nobody may instruct an officer", async () => {
		const withClerk = letter({ from: PELL, to: DEPUTY, cc: CLERK, text: `Rae,\n\n${text}` });
		expect(await orders({}, withClerk)).toEqual([]);
		expect(await orders({ protects: "every-officer" }, withClerk)).toEqual(["a.pell"]);
		const question = letter({ from: PELL, to: CLERK, text: "Jo,\n\nWhen does the office open on Friday?\n\nAlan\n" });
		expect(await orders({ protects: "every-officer", anyContact: true }, question)).toEqual([]);
	});
});

describe("protective-marking", () => {
	it("takes private addresses for the council's own where it gives none", async () => {
		const mail = (to: string) =>
			letter({ to, subject: "RESTRICTED: tender", text: "Dear Alan,\n\nThe figures.\n\nJo\n" });
		const marked = (settings: Settings, to: string) => whoIn("protective-marking", settings, [mail(to)]);
		const own = "Alan Pell <alan.pell71@mailbox.example>";
		expect(await marked({}, own)).toEqual(["a.pell71"].map(() => "alan.pell71"));
		expect(await marked({ privateAddresses: "internal" }, own)).toEqual([]);
		expect(await marked({ privateAddresses: "internal" }, RESIDENT)).toEqual(["tilly.moss"]);
	});
});

describe("enquiry-overdue", () => {
	it("asks of an interim reply the parts that the council sets", async () => {
		const enquiry = letter({
			id: "q",
			from: PELL,
			to: CLERK,
			text: "Jo, when does the lease of the lower field end?\n\nAlan\n",
		});
		const holding = letter({
			id: "h",
			to: PELL,
			subject: "Re: Allotments",
			headers: ["In-Reply-To: <q@thornby-pc.example>"],
			date: "Thu, 5 Mar 2026 10:00:00 +0000",
			text: "Dear Alan,\n\nI shall let you have an answer by 9 March 2026.\n\nJo\n",
		});
		const answer = letter({
			id: "a",
			to: PELL,
			subject: "Re: Allotments",
			headers: ["In-Reply-To: <q@thornby-pc.example>"],
			date: "Mon, 9 Mar 2026 10:00:00 +0000",
			text: "Dear Alan,\n\nIt ends on 31 March 2028. The rent is £300 a year, paid in April.\n\nJo\n",
		});
		const overdue = (step: object) =>
			whoIn("enquiry-overdue", { steps: [{ days: 3, owed: "reasoned-interim-reply", ...step }] }, [
				enquiry,
				holding,
				answer,
			]);
		expect(await overdue({})).toEqual(["a.pell"]);
		expect(await overdue({ parts: ["timescale"] })).toEqual([]);
		expect(await overdue({ parts: ["timescale", "action"] })).toEqual(["a.pell"]);
	});
});
