import { describe, expect, it } from "vitest";
import { judgeMail } from "../judging.ts";
import { CLERK, letter, PELL, RESIDENT } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";

const SECRET =
	"The cameras stand on the chemist's roof and on the lamp by the weir, and are off from two until four at night.";
const MARKED = letter({ id: "marked", to: PELL, subject: "RESTRICTED - cameras", text: `Alan,\n\n${SECRET}\n\nJo\n` });
const OWN = "alan.pell71@mailbox.example";
const LAWYER = "gwen@pricelaw.example";

const left = async (mails: Parameters<typeof judgeMail>[0]): Promise<readonly string[]> =>
	(await judgeMail(mails))
		.filter(({ rule }) => rule === "protective-marking")
		.map(
			({ message, people }) =>
				`${message.messageId.slice(1).split("@")[0]} ${people.map(({ address }) => address).join(" ")}`,
		);
const to = (recipient: string, more: object = {}): string =>
	letter({ id: "sent", to: recipient, subject: "RESTRICTED - cameras", text: `${SECRET}\n`, ...more });

describe("protectively marked information", () => {
	it("marked RESTRICTED must reach no external address, an authorised or a councillor's own one included", async () => {
		expect(await left([to(RESIDENT)])).toEqual(["sent tilly.moss@mailbox.example"]);
		expect(await left([to(LAWYER)])).toEqual([`sent ${LAWYER}`]);
		expect(await left([to(OWN)])).toEqual([`sent ${OWN}`]);
	});
	it("marked PROTECTED may go to an authorised recipient only", async () => {
		const subject = "PROTECTED: claim";
		expect(await left([to(LAWYER, { subject })])).toEqual([]);
		expect(await left([to(RESIDENT, { subject })])).toEqual(["sent tilly.moss@mailbox.example"]);
		expect(await left([to(OWN, { subject })])).toEqual([`sent ${OWN}`]);
	});
	it("may pass between the council's addresses", async () => {
		expect(await left([MARKED])).toEqual([]);
	});
	it("is followed where the label was cut away", async () => {
		const text = `See below.\n\nFrom: Jo Marsh <clerk@${DOMAIN}>\nSent: 03 March 2026 10:15\nTo: Alan Pell <a.pell@${DOMAIN}>\nSubject: cameras\n\nAlan,\n\n${SECRET}\n\nJo\n`;
		const forward = letter({
			id: "forward",
			from: PELL,
			to: OWN,
			subject: "Fwd: cameras",
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			text,
		});
		expect(await left([MARKED, forward])).toEqual([`forward ${OWN}`]);
	});
	it("in an attached file does not mark the words that it came with, when they are quoted later", async () => {
		const cover = "Tilly,\n\nHere is the plan for the carnival. You want the second table.\n\nJo\n";
		const plan = `RESTRICTED\n\n${SECRET}\n`;
		const withPlan = (mail: Parameters<typeof letter>[0]): string => {
			const [head = "", body = ""] = letter(mail).split("Content-Type: text/plain; charset=utf-8");
			const part = `--b\r\nContent-Type: text/plain; charset=utf-8${body}\r\n`;
			const file = `--b\r\nContent-Type: text/plain; name="plan.txt"\r\nContent-Disposition: attachment; filename="plan.txt"\r\n\r\n${plan}\r\n--b--\r\n`;
			return `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${part}${file}`;
		};
		const first = withPlan({ id: "first", to: RESIDENT, subject: "carnival", text: cover });
		const thanks = {
			id: "thanks",
			to: RESIDENT,
			subject: "Re: carnival",
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			headers: [`In-Reply-To: <first@${DOMAIN}>`],
			text: `Grand.\n\nJo\n\nFrom: Jo Marsh <clerk@${DOMAIN}>\nSent: 03 March 2026 10:15\nTo: Tilly Moss <tilly.moss@mailbox.example>\nSubject: carnival\n\n${cover}`,
		};
		expect(await left([first, letter(thanks)])).toEqual(["first tilly.moss@mailbox.example"]);
		expect(await left([first, withPlan(thanks)])).toEqual([
			"first tilly.moss@mailbox.example",
			"thanks tilly.moss@mailbox.example",
		]);
		const copied = letter({ ...thanks, text: `${thanks.text}\n${SECRET}\n` });
		expect(await left([first, copied])).toEqual([
			"first tilly.moss@mailbox.example",
			"thanks tilly.moss@mailbox.example",
		]);
	});
	it("is no matter of ordinary words", async () => {
		expect(
			await left([
				to(RESIDENT, {
					subject: "Restricted parking",
					text: "Parking is restricted to one side, and the oaks are protected.\n",
				}),
			]),
		).toEqual([]);
		expect(
			await left([to(RESIDENT, { subject: "ROAD CLOSED - RESTRICTED ACCESS", text: "The road is closed.\n" })]),
		).toEqual([]);
	});
	it("may be answered to the outsider who labelled it", async () => {
		const theirs = letter({
			id: "theirs",
			from: RESIDENT,
			to: CLERK,
			subject: "RESTRICTED - raid",
			text: "We come on Monday at six.\n",
		});
		const answer = letter({
			id: "answer",
			to: RESIDENT,
			subject: "RE: RESTRICTED - raid",
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			headers: [`In-Reply-To: <theirs@${DOMAIN}>`],
			text: "Thank you, the gate will be open.\n\nJo\n",
		});
		expect(await left([theirs, answer])).toEqual([]);
	});

	describe("in an outsider's own marked words", () => {
		const WORDS =
			"Jo, the two lads who take the lead off the chapel roof are known to us. Could your night man note the times?";
		const theirs = letter({
			id: "theirs",
			from: "Sgt Ivo Crane <ivo.crane@fenpolice.example>",
			to: CLERK,
			subject: "PROTECTED - chapel roof",
			text: `PROTECTED\n\n${WORDS}\n\nSgt I Crane, Fen Team\n`,
		});
		const all = ["PROTECTED", "", WORDS, "", "Sgt I Crane, Fen Team"];
		const marked = all.map((line) => `> ${line}`).join("\n");
		const attribution = "On Tue, 3 Mar 2026 at 10:15, Sgt Ivo Crane <ivo.crane@fenpolice.example> wrote:";
		const nameless = "On Tue, 3 Mar 2026 at 10:15, Ivo Crane wrote:";
		const outlook = "From: Sgt Ivo Crane\nSent: 03 March 2026 10:15\nTo: Jo Marsh\nSubject: PROTECTED - chapel roof\n";
		const reply = (text: string, more: object = {}): string =>
			letter({
				id: "reply",
				to: "ivo.crane@fenpolice.example",
				subject: "RE: PROTECTED - chapel roof",
				date: "Wed, 4 Mar 2026 09:00:00 +0000",
				headers: [`In-Reply-To: <theirs@${DOMAIN}>`],
				text,
				...more,
			});
		it.each([
			["above the answer, without a name", `${marked}\n\nWill do, Ivo.\n\nJo\n`],
			["above the answer, with a name and address", `${attribution}\n${marked}\n\nWill do, Ivo.\n\nJo\n`],
			["below the answer, with a name alone", `Will do, Ivo.\n\nJo\n\n${nameless}\n${marked}\n`],
			["below the answer, with Outlook's headers", `Will do, Ivo.\n\nJo\n\n${outlook}\n${all.join("\n")}\n`],
			["cut short", "> PROTECTED\n> [...]\n> Could your night man note the times?\n\nWill do.\n"],
			["behind bars", `${all.map((line) => `| ${line}`).join("\n")}\n\nWill do.\n`],
			["with no sign of quoting", `${all.join("\n")}\n\nWill do.\n`],
			["in pieces", `> PROTECTED\n\nUnderstood.\n\n> ${WORDS}\n\nWill do, Ivo.\n\nJo\n`],
			[
				"under an Original Message line",
				`Will do.\n\nJo\n\n-----Original Message-----\n${outlook}\n${all.join("\n")}\n`,
			],
		])("quoted back to him is no finding: %s", async (_, text) => {
			expect(await left([theirs, reply(text)])).toEqual([]);
			expect(await left([theirs, reply(text, { to: RESIDENT })])).toEqual(["reply tilly.moss@mailbox.example"]);
		});
		it("quoted without a name is taken for his where the mail that is answered is not at hand", async () => {
			expect(await left([reply(`${marked}\n\nWill do, Ivo.\n\nJo\n`)])).toEqual([]);
		});
		it("quoted without a name is the council's where the mail that is answered was the council's", async () => {
			const ours = letter({ id: "ours", to: PELL, subject: "RESTRICTED - cameras", text: `RESTRICTED\n\n${SECRET}\n` });
			const text = `> RESTRICTED\n>\n> ${SECRET}\n\nFor you.\n\nJo\n`;
			const headers = [`In-Reply-To: <ours@${DOMAIN}>`];
			expect(await left([ours, reply(text, { headers, subject: "Re: cameras", to: RESIDENT })])).toEqual([
				"reply tilly.moss@mailbox.example",
			]);
		});
	});
	it("goes by the name of a file", async () => {
		const withFile = (name: string): string => {
			const head = letter({ id: "filed", to: RESIDENT, subject: "Your pack", text: "" });
			const [top = ""] = head.split("\r\nMIME-Version");
			return `${top}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDear Miss Moss, as promised.\r\n--b\r\nContent-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nThe list of the yards.\r\n--b--\r\n`;
		};
		expect(await left([withFile("RESTRICTED Yards list v2.txt")])).toEqual(["filed tilly.moss@mailbox.example"]);
		expect(await left([withFile("Yards_list_PROTECTED.txt")])).toEqual(["filed tilly.moss@mailbox.example"]);
		expect(await left([withFile("Restricted parking.txt")])).toEqual([]);
	});
});
