import { describe, expect, it } from "vitest";
import { judgeMail } from "../judging.ts";
import { CLERK, DEPUTY, letter, PELL } from "../letter.ts";

const unexplained = async (mails: Parameters<typeof judgeMail>[0]): Promise<number> =>
	(await judgeMail(mails)).filter(({ rule }) => rule === "confidential-unexplained").length;
const PLAIN = "Alan,\n\nThe benches go on the east side.\n\nJo\n";

describe("a confidential message without a reason", () => {
	it("is found where an officer marks mail to a councillor and gives none", async () => {
		expect(await unexplained([letter({ subject: "CONFIDENTIAL", text: PLAIN })])).toBe(1);
		expect(await unexplained([letter({ text: PLAIN, headers: ["Sensitivity: Company-Confidential"] })])).toBe(1);
	});
	it("is none where the text or the label gives one", async () => {
		expect(await unexplained([letter({ subject: "Confidential - legal advice", text: PLAIN })])).toBe(0);
		expect(
			await unexplained([
				letter({
					subject: "CONFIDENTIAL",
					text: "Alan,\n\nThis is confidential because it concerns a member of staff's health.\n\nJo\n",
				}),
			]),
		).toBe(0);
	});
	it("is none for a councillor's own marking, or between officers", async () => {
		expect(await unexplained([letter({ from: PELL, to: CLERK, subject: "CONFIDENTIAL", text: PLAIN })])).toBe(0);
		expect(await unexplained([letter({ to: DEPUTY, subject: "CONFIDENTIAL", text: PLAIN })])).toBe(0);
	});
	it("is none where the subject only inherits what a councillor began", async () => {
		expect(await unexplained([letter({ subject: "RE: CONFIDENTIAL", text: PLAIN })])).toBe(0);
	});
	it("is none where a standing disclaimer is all that speaks of confidence", async () => {
		expect(
			await unexplained([
				letter({
					text: `${PLAIN}\nThis e-mail and any attachments are confidential and intended solely for the addressee.\n`,
				}),
			]),
		).toBe(0);
	});
});
