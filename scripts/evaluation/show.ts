/** A score as a table, for the terminal and for docs/evaluation.md. */
import type { Count, Part, Score } from "./score.ts";

const percent = (a: number, b: number): string => (b === 0 ? "–" : ((100 * a) / b).toFixed(1));
const exact = ({ exact: right, scenarios }: Score): string =>
	`${right} of ${scenarios} (${percent(right, scenarios)} %)`;
const rulesOf = (scores: readonly Score[]): readonly string[] =>
	[...new Set(scores.flatMap(({ rules }) => [...rules.keys()]))].sort();
const NONE: Count = { expected: 0, hit: 0, false: 0 };

export function asTable(score: Score): string {
	const lines = rulesOf([score]).map((rule) => {
		const { expected, hit, false: alarms } = score.rules.get(rule) ?? NONE;
		const figures = [expected, hit, alarms].map((figure) => String(figure).padStart(8)).join(" ");
		return `${rule.padEnd(28)} ${figures} ${percent(hit, hit + alarms).padStart(10)} ${percent(hit, expected).padStart(8)}`;
	});
	return [
		`${"rule".padEnd(28)} expected    found    false  precision   recall`,
		...lines,
		"",
		`exactly right ${exact(score)}`,
	].join("\n");
}

export function asMarkdown(scores: Readonly<Record<Part, Score>>): string {
	const row = (rule: string): string => {
		const cells = (["tune", "test"] as const).flatMap((part) => {
			const { expected, hit, false: alarms } = scores[part].rules.get(rule) ?? NONE;
			return [`${hit} of ${expected}`, String(alarms), percent(hit, hit + alarms), percent(hit, expected)];
		});
		return `| \`${rule}\` | ${cells.join(" | ")} |`;
	};
	return [
		"| rule | tune: found | false | precision % | recall % | test: found | false | precision % | recall % |",
		"| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
		...rulesOf([scores.tune, scores.test]).map(row),
		"",
		`Scenarios exactly right: tune ${exact(scores.tune)}, test ${exact(scores.test)}.`,
	].join("\n");
}
