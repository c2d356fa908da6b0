/** Coverage in words: what was found and what became of it, what could not be read, and what no source can show. */
import { OWN_MAIL } from "../audit/read-message.ts";
import { PERSONAL } from "../mail/admission.ts";
import type { AuditReport, Coverage, Unreadable } from "./audit-report.ts";
import { counted, grouped, listed } from "./counted.ts";
import { plainLine } from "./plain-line.ts";

/** Excluded whatever the configuration says; their reasons can follow a number. */
const NOT_BY_SETTINGS: readonly string[] = [PERSONAL, OWN_MAIL];

/** "1,204 messages were found: 1,203 audited and 1 unreadable." Says so where the numbers don't add up. */
export function coverageSentence(coverage: Coverage): string {
	const { found, audited, notNeeded, unreadable } = coverage;
	const apart = coverage.excluded.filter(({ reason }) => NOT_BY_SETTINGS.includes(reason));
	const countOf = (list: Coverage["excluded"]) => list.reduce((sum, { count }) => sum + count, 0);
	const excluded = countOf(coverage.excluded) - countOf(apart);
	const missing = found - audited - notNeeded - unreadable.length - countOf(coverage.excluded);
	const parts = [
		`${grouped(audited)} audited`,
		...(notNeeded > 0 ? [`${grouped(notNeeded)} not needed (their headers show it)`] : []),
		...(excluded > 0 ? [`${grouped(excluded)} excluded by the council's settings`] : []),
		...apart.map(({ reason, count }) => `${grouped(count)} ${reason}`),
		...(unreadable.length > 0 ? [`${grouped(unreadable.length)} unreadable`] : []),
		...(missing > 0 ? [`${grouped(missing)} not accounted for (please report this)`] : []),
	];
	return `${counted(found, "message was", "messages were")} found: ${listed(parts)}.`;
}

/** One line for each reason of exclusion and each folder left out. */
function leftAside(coverage: Coverage): string[] {
	return [
		...coverage.excluded.map(({ reason, count }) => plainLine(`${grouped(count)} excluded: ${reason}`)),
		...coverage.leftOut.map(({ mailbox, folder, count }) =>
			plainLine(`Folder ${folder}${mailbox === "" ? "" : ` of ${mailbox}`} left out: ${counted(count, "message")}`),
		),
	];
}

function unreadableLines(coverage: Coverage): string[] {
	return coverage.unreadable.map((item) => plainLine(`${placeOf(item)}: ${item.reason}`));
}

function partlyReadLines(coverage: Coverage): string[] {
	return coverage.partlyRead.map((item) => plainLine(`${placeOf(item)}: ${item.what.join("; ")}`));
}

/** One line for each source, and one for each thing that it cannot show. */
export function sourceLines(coverage: Coverage): string[] {
	return coverage.sources.flatMap(({ name, connected, reason, cannotSee }) => [
		plainLine(`${name}: ${connected ? "read" : `NOT READ${reason ? `, ${reason}` : ""}`}`),
		...cannotSee.map((sentence) => plainLine(`${name}: ${sentence}`)),
	]);
}

function rosterGapLines(coverage: Coverage): string[] {
	return (coverage.rosterGaps ?? []).map(({ address, count }) =>
		plainLine(`${address}, on ${counted(count, "message")}`),
	);
}

export interface CoverageSection {
	readonly title: string;
	/** Never empty. */
	readonly lines: readonly string[];
}

/** What was read and what was not, under the titles that every form of a report gives them; without empty sections. */
export function coverageSections(coverage: Coverage): readonly CoverageSection[] {
	return [
		{ title: "Sources, and what they cannot show", lines: sourceLines(coverage) },
		{ title: "Left aside", lines: leftAside(coverage) },
		{ title: "Unreadable", lines: unreadableLines(coverage) },
		{ title: "Partly read", lines: partlyReadLines(coverage) },
		{ title: "Addresses of the council that the roster does not know", lines: rosterGapLines(coverage) },
	].filter(({ lines }) => lines.length > 0);
}

/** What was found, in one sentence that never claims more than the sources can show. */
export function resultSentence(report: AuditReport): string {
	const breaches = report.findings.filter(({ severity }) => severity === "breach").length;
	const advisories = report.findings.length - breaches;
	if (report.findings.length === 0) {
		return "Departures from the protocol: none visible in the sources connected.";
	}
	const parts = [
		...(breaches > 0 ? [counted(breaches, "breach", "breaches")] : []),
		...(advisories > 0 ? [counted(advisories, "advisory", "advisories")] : []),
	];
	const excepted = report.findings.filter(({ exception }) => exception !== undefined).length;
	const resolved = excepted === 0 ? "" : ` ${counted(excepted, "is", "are")} excepted by a resolution of the council.`;
	return `${listed(parts)} visible in the sources connected.${resolved} Each is for a person to judge.`;
}

function placeOf({ mailbox, folder, uid, file }: Pick<Unreadable, "mailbox" | "folder" | "uid" | "file">): string {
	const exact = file ?? (uid === undefined ? undefined : `message ${uid}`);
	return [mailbox, folder, ...(exact === undefined ? [] : [exact])].filter((part) => part !== "").join(", ");
}
