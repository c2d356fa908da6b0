import { describe, expect, it } from "vitest";
import { BEA, CLERK, DEPUTY, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";
import { findingsOf, type Settings, whoIn } from "./with-settings.ts";

const ANSWER = "Dear Alan,\n\nThe drain by the lower gate will be cleared on Thursday.\n\nKind regards\nJo Marsh\n";
const QUESTION =
	"Jo, who let the lower allotments flood again, and why was nobody from the office there to see it? I want to know before the meeting.\n\nAlan\n";
const ENQUIRY = letter({
	id: "enquiry",
	from: PELL,
	to: CLERK,
	date: "Mon, 2 Mar 2026 20:00:00 +0000",
	text: QUESTION,
});
const quoted = (from: string, to: string, text: string): string =>
	`See below.\n\nJo\n\nFrom: ${from}\nSent: 02 March 2026 20:00\nTo: ${to}\nSubject: Allotments\n\n${text}`;
const forward = (more: Partial<Parameters<typeof letter>[0]> = {}): string =>
	letter({ id: "forward", to: VOSS, subject: "FW: Allotments", text: quoted(PELL, CLERK, QUESTION), ...more });
const notice = (date: string): string =>
	letter({
		id: "notice",
		to: PELL,
		date,
		text: "Dear Alan,\n\nI have passed your message on to Cllr Voss.\n\nJo\n",
	});

type Mails = Parameters<typeof whoIn>[2];
const silent = (settings: Settings, mails: Mails) => whoIn("silent-copy", settings, mails);
const missing = (settings: Settings, mails: Mails) => whoIn("missing-copy-footer", settings, mails);

describe("who is bound", () => {
	const mails = [letter({ from: PELL, to: CLERK, bcc: VOSS, text: "Dear Jo,\n\nThe gate is broken.\n\nAlan\n" })];
	it("is the officers by default, so that a councillor's blind copy is left alone", async () => {
		expect(await silent({}, mails)).toEqual([]);
		expect(await missing({}, mails)).toEqual([]);
	});
	it("may be councillors too: then the officer to whom one writes must know", async () => {
		const [found] = await findingsOf("silent-copy", { bound: "both" }, mails);
		expect(found?.people.map(({ as, name }) => `${as} ${name}`)).toEqual(["copied Ruth Voss", "uninformed Jo Marsh"]);
		expect(await missing({ bound: "councillors" }, mails)).toEqual(["r.voss"]);
	});
	it("leaves officers free where councillors alone are bound", async () => {
		expect(await silent({ bound: "councillors" }, [letter({ bcc: VOSS, text: ANSWER })])).toEqual([]);
	});
	it("covers another councillor's letter that a councillor passes on, and not his own", async () => {
		const on = forward({ from: HART, to: VOSS, text: quoted(PELL, `${CLERK}; ${HART}`, QUESTION) });
		const original = letter({
			id: "enquiry",
			from: PELL,
			to: CLERK,
			cc: HART,
			date: "Mon, 2 Mar 2026 20:00:00 +0000",
			text: QUESTION,
		});
		expect(await silent({ bound: "both" }, [original, on])).toEqual(["r.voss"]);
		expect(await silent({}, [original, on])).toEqual([]);
		expect(await silent({ bound: "both" }, [ENQUIRY, forward({ from: PELL })])).toEqual([]);
	});
});

describe("whom a copy must not reach", () => {
	it("is another councillor by default; outsiders and officers where the protocol says any person", async () => {
		const mails = [letter({ bcc: `${RESIDENT}, ${DEPUTY}`, text: ANSWER })];
		expect(await silent({}, mails)).toEqual([]);
		expect(await silent({ copiedTo: "councillors-and-outsiders" }, mails)).toEqual(["tilly.moss"]);
		expect((await silent({ copiedTo: "anyone" }, mails)).toSorted()).toEqual(["deputy", "tilly.moss"]);
		expect((await missing({ copiedTo: "anyone" }, mails)).toSorted()).toEqual(["deputy", "tilly.moss"]);
	});
	it("never is an authorised recipient, a shared mailbox or the sender", async () => {
		const bcc = `gwen@pricelaw.example, office@${DOMAIN}, ${CLERK}`;
		expect(await silent({ copiedTo: "anyone" }, [letter({ bcc, text: ANSWER })])).toEqual([]);
	});
	it("is no outsider whose name a copy line gives, as far as his address shows it", async () => {
		const text = `${ANSWER}\ncc Cllr Hart, Tilly Moss\n`;
		const mail = (words: string) => [letter({ bcc: `${RESIDENT}, ${HART}`, text: words })];
		expect(await silent({ copiedTo: "anyone" }, mail(text))).toEqual([]);
		expect(await silent({ copiedTo: "anyone" }, mail(text.replace("Tilly Moss", "the others")))).toEqual([
			"tilly.moss",
		]);
	});
	it("is no outsider whom a copy line names alone, by name, surname or firm", async () => {
		const to = (bcc: string, footer: string) =>
			silent({ copiedTo: "anyone" }, [letter({ bcc, text: `${ANSWER}\n${footer}\n` })]);
		expect(await to("jane.roe@county.example", "CC Jane Roe, County Highways")).toEqual([]);
		expect(await to("jroe@county.example", "CC Mrs J Roe, County Highways")).toEqual([]);
		expect(await to("office@fernfencing.example", "Copy to Fern Fencing")).toEqual([]);
		expect(await to("jane.roe@county.example", "CC Peter Crane, County Highways")).toEqual(["jane.roe"]);
		expect(
			await missing({ copiedTo: "anyone" }, [
				letter({ bcc: "jane.roe@county.example", text: `${ANSWER}\nCC Jane Roe, County Highways\n` }),
			]),
		).toEqual([]);
	});
	it("says of an outsider no more than likely", async () => {
		const [found] = await findingsOf("silent-copy", { copiedTo: "anyone" }, [letter({ bcc: RESIDENT, text: ANSWER })]);
		expect(found?.certainty).toBe("likely");
	});
	it("is an outsider to whom a councillor's mail is forwarded, where any person counts", async () => {
		const mails = [ENQUIRY, forward({ to: RESIDENT })];
		expect(await silent({}, mails)).toEqual([]);
		expect(await silent({ copiedTo: "anyone" }, mails)).toEqual(["tilly.moss"]);
	});
	it("may be a councillor of another council", async () => {
		const mails = [letter({ bcc: "sue.rowe@county.example", text: ANSWER })];
		expect(await silent({}, mails)).toEqual([]);
		expect(await silent({ alsoCouncillors: "county.example" }, mails)).toEqual(["sue.rowe"]);
		expect(await missing({ alsoCouncillors: ["sue.rowe@county.example"] }, mails)).toEqual(["sue.rowe"]);
	});
});

describe("which copies count", () => {
	const told = letter({ bcc: VOSS, text: `${ANSWER}\nCC Councillor Voss\n` });
	it("are the undisclosed ones by default, and every Bcc where the protocol forbids it", async () => {
		expect(await silent({}, [told])).toEqual([]);
		expect(await silent({ copies: "every-bcc" }, [told])).toEqual(["r.voss"]);
	});
	it("are visible and told ones too where the protocol forbids copies", async () => {
		const open = letter({ cc: VOSS, text: ANSWER });
		expect(await silent({ copies: "every-bcc" }, [open])).toEqual([]);
		expect(await silent({ copies: "every-copy" }, [open])).toEqual(["r.voss"]);
		expect(await silent({ copies: "every-copy" }, [letter({ to: `${PELL}, ${BEA}`, text: ANSWER })])).toEqual([]);
		const passedOn = [ENQUIRY, forward(), notice("Tue, 3 Mar 2026 11:00:00 +0000")];
		expect(await silent({}, passedOn)).toEqual([]);
		expect(await silent({ copies: "every-copy" }, passedOn)).toEqual(["r.voss"]);
	});
	it("are hidden ones alone, onward ones not, where the protocol speaks of Bcc only", async () => {
		expect(await silent({}, [ENQUIRY, forward()])).toEqual(["r.voss"]);
		expect(await silent({ copies: "bcc" }, [ENQUIRY, forward()])).toEqual([]);
		expect(await silent({ copies: "bcc" }, [letter({ bcc: VOSS, text: ANSWER })])).toEqual(["r.voss"]);
	});
	it("are those of mail with one councillor alone, where the protocol says so", async () => {
		const two = letter({ to: `${PELL}, ${BEA}`, bcc: VOSS, text: ANSWER });
		for (const [settings, expected] of [
			[{}, ["r.voss"]],
			[{ correspondence: "one-councillor" }, []],
		] as const) {
			expect(await silent(settings, [two])).toEqual(expected);
			expect(await missing(settings, [two])).toEqual(expected);
		}
		expect(await silent({ correspondence: "one-councillor" }, [letter({ bcc: VOSS, text: ANSWER })])).toEqual([
			"r.voss",
		]);
	});
	it("are those of officers' mail to councillors, where the protocol covers that alone", async () => {
		expect(await silent({ direction: "to-councillors" }, [ENQUIRY, forward()])).toEqual([]);
		const long = `${ANSWER.replace("Thursday.", "Thursday, and the culvert below the road will be looked at in April.")}`;
		const answer = letter({ id: "answer", date: "Mon, 2 Mar 2026 20:00:00 +0000", text: long });
		const on = forward({ text: quoted(CLERK, PELL, long) });
		expect(await silent({ direction: "to-councillors" }, [answer, on])).toEqual(["r.voss"]);
	});
	it("are those of any mail to the outside, for the footer, where the protocol says any e-mail", async () => {
		const outward = letter({ to: RESIDENT, bcc: VOSS, text: "Dear Tilly,\n\nThe bin is emptied on Monday.\n\nJo\n" });
		expect(await missing({}, [outward])).toEqual([]);
		expect(await missing({ correspondence: "any-mail" }, [outward])).toEqual(["r.voss"]);
		const circular = letter({
			to: CLERK,
			bcc: `${PELL}, ${VOSS}, ${HART}, ${BEA}, g.lund@${DOMAIN}`,
			text: "Agenda.\n",
		});
		expect(await missing({ correspondence: "any-mail" }, [circular])).toEqual([]);
	});
});

describe("telling", () => {
	it("by words of the running text does only where the protocol accepts it", async () => {
		const mails = [letter({ bcc: VOSS, text: `Dear Alan,\n\nI have copied Cllr Voss in.\n\n${ANSWER}` })];
		expect(await silent({}, mails)).toEqual([]);
		expect(await silent({ noticeForms: ["visible", "footer"] }, mails)).toEqual(["r.voss"]);
	});
	it("by standing in Cc does not where the protocol wants words", async () => {
		const mail = (text: string) => [letter({ cc: VOSS, text })];
		expect(await silent({ noticeForms: ["footer", "text"] }, mail(ANSWER))).toEqual(["r.voss"]);
		expect(await silent({ noticeForms: ["footer", "text"] }, mail(`${ANSWER}\ncc Cllr Voss\n`))).toEqual([]);
	});
	it("by a message of its own does only where the protocol accepts it", async () => {
		const mails = [ENQUIRY, forward(), notice("Tue, 3 Mar 2026 11:00:00 +0000")];
		expect(await silent({}, mails)).toEqual([]);
		expect(await silent({ noticeForms: ["visible", "footer", "text"] }, mails)).toEqual(["r.voss"]);
	});
	it("after the copy comes too late where it must come before", async () => {
		const before = [ENQUIRY, forward(), notice("Tue, 3 Mar 2026 09:00:00 +0000")];
		const after = [ENQUIRY, forward(), notice("Tue, 3 Mar 2026 10:30:00 +0000")];
		expect(await silent({ noticeTime: "before" }, before)).toEqual([]);
		expect(await silent({ noticeTime: "before" }, after)).toEqual(["r.voss"]);
		expect(await silent({}, after)).toEqual([]);
	});
	it("too late may weigh less than never", async () => {
		const late = [ENQUIRY, forward(), notice("Wed, 4 Mar 2026 18:00:00 +0000")];
		const severityOf = async (settings: Settings, mails: Mails) =>
			(await findingsOf("silent-copy", settings, mails)).map(({ severity }) => severity);
		expect(await severityOf({}, late)).toEqual(["breach"]);
		expect(await severityOf({ lateNotice: "advisory" }, late)).toEqual(["advisory"]);
		expect(await severityOf({ lateNotice: "advisory" }, [ENQUIRY, forward()])).toEqual(["breach"]);
	});
});

describe("the weight of a copy", () => {
	const severities = async (rule: string, settings: Settings, mails: Mails) =>
		(await findingsOf(rule, settings, mails)).map(({ severity }) => severity);
	const blind = [letter({ id: "weighed", bcc: VOSS, text: ANSWER })];
	/** The same in another's mailbox: it arrived there, and nothing shows by which way. */
	const arrived = [
		{ raw: letter({ id: "weighed", text: ANSWER }), mailbox: `r.voss@${DOMAIN}`, folder: "INBOX" },
	] as const;
	it.each(["silent-copy", "missing-copy-footer"])("may be less for %s where no Bcc line proves it", async (rule) => {
		expect(await severities(rule, {}, arrived)).toEqual(["breach"]);
		expect(await severities(rule, { unprovenCopies: "advisory" }, arrived)).toEqual(["advisory"]);
		expect(await severities(rule, { unprovenCopies: "advisory" }, blind)).toEqual(["breach"]);
		expect(await severities(rule, { unprovenCopies: "advisory" }, [...arrived, ...blind])).toEqual(["breach"]);
	});
	it("may be less for an onward copy, whether or not word came too late", async () => {
		const passedOn = [ENQUIRY, forward()];
		const late = [...passedOn, notice("Wed, 4 Mar 2026 18:00:00 +0000")];
		expect(await severities("silent-copy", {}, passedOn)).toEqual(["breach"]);
		expect(await severities("silent-copy", { onwardCopies: "advisory" }, passedOn)).toEqual(["advisory"]);
		expect(await severities("silent-copy", { onwardCopies: "advisory" }, late)).toEqual(["breach"]);
		expect(await severities("silent-copy", { onwardCopies: "advisory" }, blind)).toEqual(["breach"]);
	});
	it("may be less for a visible copy where the protocol forbids copies", async () => {
		const open = [letter({ cc: VOSS, text: ANSWER })];
		const every = { copies: "every-copy" };
		expect(await severities("silent-copy", every, open)).toEqual(["breach"]);
		expect(await severities("silent-copy", { ...every, visibleCopies: "advisory" }, open)).toEqual(["advisory"]);
		expect(await severities("silent-copy", { ...every, visibleCopies: "advisory" }, blind)).toEqual(["breach"]);
	});
});

describe("a copy footer", () => {
	it("may weigh less where the copy is visible", async () => {
		const mails = [letter({ cc: VOSS, text: ANSWER })];
		const severityOf = async (settings: Settings) =>
			(await findingsOf("missing-copy-footer", settings, mails)).map(({ severity }) => severity);
		expect(await severityOf({ copies: "all" })).toEqual(["breach"]);
		expect(await severityOf({ copies: "all", visibleCopies: "advisory" })).toEqual(["advisory"]);
	});
	it.each([
		["cc", "CC Councillor Voss"],
		["copy-to", "Copy to Cllr R Voss"],
		["copied-to", "Copied to: Councillor Ruth Voss"],
		["welsh", "Copi: Y Cyng. Ruth Voss"],
	])("worded as %s does where the protocol accepts that wording", async (form, line) => {
		const mails = [letter({ bcc: VOSS, text: `${ANSWER}\n${line}\n` })];
		const others = ["cc", "copy-to", "copied-to", "welsh", "other"].filter((other) => other !== form);
		expect(await missing({ footerForms: [form] }, mails)).toEqual([]);
		expect(await missing({ footerForms: others }, mails)).toEqual(["r.voss"]);
	});
	it("may do for all where it names one", async () => {
		const mails = [letter({ bcc: `${VOSS}, ${HART}`, text: `${ANSWER}\ncc Cllr Voss\n` })];
		expect(await missing({}, mails)).toEqual(["d.hart"]);
		expect(await missing({ mustNameAll: false }, mails)).toEqual([]);
	});
});

describe("copies that need no word", () => {
	const hidden = [letter({ bcc: `${VOSS}, ${HART}`, text: ANSWER })];
	it("go to exempt recipients, by name, office, committee or address", async () => {
		for (const who of ["chair", "Dan Hart", `d.hart@${DOMAIN}`, "committee:Amenities"]) {
			const settings = { exemptRecipients: [{ who, reason: "Speak-up contact" }] };
			expect(await silent(settings, hidden)).toEqual(["r.voss"]);
			expect(await missing(settings, hidden)).toEqual(["r.voss"]);
		}
	});
	it("go to exempt outsiders, where any person counts", async () => {
		const settings = { copiedTo: "anyone", exemptRecipients: [{ who: "audit.example", reason: "Auditor" }] };
		const mails = [letter({ bcc: `jo@mail.audit.example, ${RESIDENT}`, text: ANSWER })];
		expect(await silent(settings, mails)).toEqual(["tilly.moss"]);
	});
	it("are those that the council has resolved, for such mail and in that time", async () => {
		const mp = letter({ to: `mary.ashe@parliament.example, ${PELL}`, bcc: HART, text: ANSWER });
		const copy = { copyTo: "chair", mailFrom: "all-officers", mailTo: "parliament.example", minute: "minute 12/25" };
		const settings = (more: object) => ({ mandatedCopies: [{ ...copy, ...more }] });
		expect(await silent(settings({}), [mp])).toEqual([]);
		expect(await silent(settings({}), [letter({ bcc: HART, text: ANSWER })])).toEqual(["d.hart"]);
		expect(await silent(settings({ copyTo: "vice-chair" }), [mp])).toEqual(["d.hart"]);
		expect(await silent(settings({ mailFrom: "all-councillors" }), [mp])).toEqual(["d.hart"]);
		expect(await silent(settings({ from: "2026-03-03", until: "2026-03-03" }), [mp])).toEqual([]);
		expect(await silent(settings({ from: "2026-03-04" }), [mp])).toEqual(["d.hart"]);
		expect(await silent(settings({ until: "2026-03-02" }), [mp])).toEqual(["d.hart"]);
	});
	it("are onward ones of such mail, too", async () => {
		const settings = { mandatedCopies: [{ copyTo: "Ruth Voss", mailFrom: "Alan Pell", minute: "minute 12/25" }] };
		expect(await silent(settings, [ENQUIRY, forward()])).toEqual([]);
		expect(await silent(settings, [ENQUIRY, forward({ to: HART })])).toEqual(["d.hart"]);
	});
});
