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
});
