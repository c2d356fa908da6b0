/** Findings and reports of an invented council, for the tests of what leaves Candour. */
import { AUDIT_REPORT_SCHEMA, type AuditReport, type Coverage } from "../../src/reports/audit-report.ts";
import type { Finding } from "../../src/rules/rule.ts";

export const LONDON = "Europe/London";

export function aFinding(
	change: Omit<Partial<Finding>, "message"> & { message?: Partial<Finding["message"]> } = {},
): Finding {
	const { message, ...rest } = change;
	return {
		id: "f_one",
		rule: "silent-copy",
		severity: "breach",
		clause: { protocol: "camborne", reference: "Correspondence, 1" },
		message: {
			messageId: "<gate-1@sallowfield.example>",
			mailbox: "clerk@sallowfield.example",
			folder: "Sent",
			date: "2026-06-02T09:15:00Z",
			subject: "RE: Allotment gate",
			from: "clerk@sallowfield.example",
			...message,
		},
		people: [
			{ as: "copied", name: "Rowan Tasker", address: "r.tasker@sallowfield.example" },
			{ as: "uninformed", name: "Iris Penhale", address: "i.penhale@sallowfield.example" },
		],
		summary:
			"The message of 2 June 2026 to Cllr Iris Penhale was blind-copied to Cllr Rowan Tasker, and nothing says so.",
		evidence: [
			{ kind: "header", where: "Bcc", quote: "r.tasker@sallowfield.example" },
			{ kind: "absence", where: "foot and text", quote: "No copy footer or sentence names Cllr Rowan Tasker." },
		],
		certainty: "certain",
		unseen: "A telephone call would not show in the mail.",
		remedy: "For openness: I copied my message of 2 June 2026 to Cllr Rowan Tasker.\nCC Cllr Rowan Tasker",
		...rest,
	};
}

export function aCoverage(change: Partial<Coverage> = {}): Coverage {
	return {
		found: 1204,
		audited: 1203,
		excluded: [],
		notNeeded: 0,
		leftOut: [],
		partlyRead: [],
		unreadable: [
			{
				mailbox: "clerk@sallowfield.example",
				folder: "Sent",
				uid: 77,
				reason: "The server's copy breaks off in the middle.",
			},
		],
		sources: [
			{
				name: "clerk@sallowfield.example",
				connected: true,
				cannotSee: ["It is no journal, so that hidden copies of mail sent by others may be invisible."],
			},
		],
		...change,
	};
}

export function aReport(change: Partial<AuditReport> = {}): AuditReport {
	return {
		schema: AUDIT_REPORT_SCHEMA,
		council: "Sallowfield Town Council",
		protocol: "camborne",
		period: { from: "2026-06-01", to: "2026-06-30", asOf: "2026-06-30T23:59:59.999+01:00" },
		coverage: aCoverage(),
		findings: [aFinding()],
		rulesInForce: [
			{ rule: "silent-copy", title: "Silent copy", severity: "breach", clause: "Correspondence, 1" },
			{
				rule: "staff-instruction",
				title: "Instruction to staff",
				severity: "breach",
				clause: "Some general principles",
			},
		],
		notCovered: ["enquiry-overdue"],
		...change,
	};
}
