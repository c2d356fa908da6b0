import { describe, expect, it } from "vitest";
import { HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";
import { findingsOf, type Settings } from "./with-settings.ts";

const HIDDEN = letter({
	bcc: VOSS,
	subject: "Neighbourhood plan",
	text: "Dear Alan,\n\nThe map is ready.\n\nJo Marsh\n",
});
const ENTRY = { reason: "Plan group", minute: "minute 47/26" };

const judged = async (settings: Settings, mail = HIDDEN) => {
	const found = await findingsOf("silent-copy", settings, [mail]);
	return found.map(({ severity, exception }) => `${severity} ${exception?.minute ?? "-"}`);
};
const excepted = (entry: object, mail?: string) => judged({ exceptions: [{ ...ENTRY, ...entry }] }, mail);

describe("an exception of the council's", () => {
	it("leaves the finding, as an advisory one that names minute and reason", async () => {
		const settings = { exceptions: [{ ...ENTRY, recipients: "Ruth Voss", until: "2026-12-31" }] };
		const [found] = await findingsOf("silent-copy", settings, [HIDDEN]);
		expect(found).toMatchObject({
			severity: "advisory",
			exception: { minute: "minute 47/26", reason: "Plan group", until: "2026-12-31" },
		});
		expect(found?.summary).toMatch(/; the council has excepted this \(minute 47\/26: Plan group\)\.$/u);
		const [plain] = await findingsOf("silent-copy", {}, [HIDDEN]);
		expect(plain?.severity).toBe("breach");
		expect(plain?.id).toBe(found?.id);
	});
	it("holds for the sender, the recipients and the subject that it names", async () => {
		for (const entry of [
			{ sender: "proper-officer" },
			{ sender: `clerk@${DOMAIN}` },
			{ recipients: ["Dan Hart", "committee:Planning"] },
			{ subject: "neighbourhood PLAN" },
			{ sender: "all-officers", recipients: "all-councillors", subject: "plan" },
		]) {
			expect(await excepted(entry)).toEqual(["advisory minute 47/26"]);
		}
		for (const entry of [
			{ sender: "Rae Dunn" },
			{ recipients: "Dan Hart" },
			{ recipients: "Alan Pell" },
			{ subject: "allotments" },
			{ sender: "proper-officer", recipients: "Dan Hart" },
		]) {
			expect(await excepted(entry)).toEqual(["breach -"]);
		}
	});
	it("covers a finding only where all whom it reached are excepted", async () => {
		const leak = letter({
			to: `${PELL}, ${RESIDENT}, jo@county.example`,
			subject: "CONFIDENTIAL: lease",
			text: "Dear all,\n\nThis is confidential because of the rent.\n\nJo\n",
		});
		const severityWith = async (recipients: readonly string[]) =>
			(await findingsOf("confidential-leak", { exceptions: [{ ...ENTRY, recipients }] }, [leak])).map(
				({ severity }) => severity,
			);
		expect(await severityWith(["county.example"])).toEqual(["breach"]);
		expect(await severityWith(["county.example", "tilly.moss@mailbox.example"])).toEqual(["advisory"]);
		expect(await severityWith(["outsiders"])).toEqual(["advisory"]);
	});
	it("holds for a letter by its author and its addressees", async () => {
		const text = "Dear Sir,\n\nThe Council will pay half the cost of the junction.\n\nDan Hart\nChair\n";
		const order = letter({ from: HART, to: "road@county.example", text });
		const severityWith = async (entry: object) =>
			(await findingsOf("councillor-obligation", { exceptions: [{ ...ENTRY, ...entry }] }, [order])).map(
				({ severity }) => severity,
			);
		expect(await severityWith({ sender: "chair", recipients: "county.example" })).toEqual(["advisory"]);
		expect(await severityWith({ sender: "vice-chair", recipients: "county.example" })).toEqual(["breach"]);
		expect(await severityWith({ sender: "chair", recipients: "parliament.example" })).toEqual(["breach"]);
	});
	it("holds on its days, both included", async () => {
		const on = (from: string, until: string) => excepted({ recipients: "Ruth Voss", from, until });
		expect(await on("2026-03-03", "2026-03-03")).toEqual(["advisory minute 47/26"]);
		expect(await on("2026-03-04", "2026-03-31")).toEqual(["breach -"]);
		expect(await on("2026-02-01", "2026-03-02")).toEqual(["breach -"]);
	});
});

describe("a clause", () => {
	it("is in force on its days only", async () => {
		expect(await judged({ inForceFrom: "2026-03-03", inForceUntil: "2026-03-03" })).toEqual(["breach -"]);
		expect(await judged({ inForceFrom: "2026-03-04" })).toEqual([]);
		expect(await judged({ inForceUntil: "2026-03-02" })).toEqual([]);
	});
});
