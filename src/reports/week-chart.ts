/** The last twelve weeks as a chart: stacked bars, breaches below. As SVG for pages, as PNG for mails. */
import { createRequire } from "node:module";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { DateTime } from "luxon";
import { counted } from "./counted.ts";
import { dayInWords } from "./local-time.ts";

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

export const WEEKS_SHOWN = 12;
const WIDTH = 760;
const HEIGHT = 280;
/** Two to one, for sharp screens. */
const PNG_SCALE = 2;
// Against white 8:1 and 4.6:1, and told apart by lightness, so that nobody needs to tell the colours.
const BREACH = "#942514";
const ADVISORY = "#8a6d1d";
const TEXT = "#0b0c0c";
const FONT = "DejaVu Sans, Arial, sans-serif";

export interface WeekBar {
	/** Its Monday, `2026-03-02`. */
	readonly monday: string;
	readonly breaches: number;
	readonly advisories: number;
}

/** The twelve weeks up to the one of `now` (ISO 8601), those without findings as zero; oldest first. */
export function twelveWeeks(counts: readonly WeekBar[], now: string, timezone: string): readonly WeekBar[] {
	const known = new Map(counts.map((week) => [week.monday, week]));
	const monday = DateTime.fromISO(now, { zone: timezone }).startOf("week");
	return Array.from({ length: WEEKS_SHOWN }, (_, index) => {
		const key = monday.minus({ weeks: WEEKS_SHOWN - 1 - index }).toFormat("yyyy-MM-dd");
		return known.get(key) ?? { monday: key, breaches: 0, advisories: 0 };
	});
}

/** The first instant of the twelve weeks, ISO 8601 in UTC. */
export function firstOfTwelveWeeks(now: string, timezone: string): string {
	const monday = DateTime.fromISO(now, { zone: timezone }).startOf("week");
	return monday
		.minus({ weeks: WEEKS_SHOWN - 1 })
		.toJSDate()
		.toISOString();
}

/** The chart in words, for whoever does not see it. */
export function chartInWords(weeks: readonly WeekBar[], timezone: string): string {
	const total = weeks.reduce((sum, { breaches, advisories }) => sum + breaches + advisories, 0);
	if (total === 0) return "No findings are visible on the messages of the last 12 weeks.";
	const parts = weeks
		.filter(({ breaches, advisories }) => breaches + advisories > 0)
		.map(({ monday, breaches, advisories }) => {
			const kinds = [
				...(breaches > 0 ? [counted(breaches, "breach", "breaches")] : []),
				...(advisories > 0 ? [counted(advisories, "advisory", "advisories")] : []),
			];
			return `week of ${dayInWords(monday, timezone)}: ${kinds.join(" and ")}`;
		});
	return `Findings by the week of their message. ${parts.join("; ")}. No findings in the other weeks.`;
}

/** The same weeks always give the same characters. */
export function chartSvg(weeks: readonly WeekBar[]): string {
	const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
	const bar = (name: string, data: readonly number[], color: string) => ({
		name,
		type: "bar" as const,
		stack: "all",
		barMaxWidth: 36,
		data: [...data],
		itemStyle: { color },
	});
	chart.setOption({
		animation: false,
		backgroundColor: "#ffffff",
		textStyle: { fontFamily: FONT, fontSize: 13, color: TEXT },
		legend: { top: 4, left: 0, itemGap: 20, textStyle: { color: TEXT, fontSize: 13 } },
		grid: { left: 40, right: 8, top: 44, bottom: 34 },
		xAxis: {
			type: "category",
			data: weeks.map(({ monday }) => DateTime.fromISO(monday).toFormat("d LLL", { locale: "en-GB" })),
			axisLabel: { color: TEXT, interval: 0, fontSize: 12 },
			axisTick: { show: false },
			axisLine: { lineStyle: { color: "#505a5f" } },
		},
		yAxis: {
			type: "value",
			minInterval: 1,
			min: 0,
			axisLabel: { color: TEXT },
			splitLine: { lineStyle: { color: "#dddddd" } },
		},
		series: [
			bar(
				"Breaches",
				weeks.map(({ breaches }) => breaches),
				BREACH,
			),
			bar(
				"Advisories",
				weeks.map(({ advisories }) => advisories),
				ADVISORY,
			),
		],
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return withoutStyles(svg);
}

/** As PNG with its own typeface, so that it looks alike on every server. */
export async function chartPng(weeks: readonly WeekBar[]): Promise<Buffer> {
	const { Resvg } = await import("@resvg/resvg-js");
	const require = createRequire(import.meta.url);
	const fonts = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
		require.resolve(`dejavu-fonts-ttf/ttf/${name}`),
	);
	return new Resvg(chartSvg(weeks), {
		fitTo: { mode: "zoom", value: PNG_SCALE },
		font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
		background: "#ffffff",
	})
		.render()
		.asPng();
}

/** Its styles are for a pointer that hovers, under names that the library counts on in each process. */
function withoutStyles(svg: string): string {
	return svg.replace(/<style\b[\s\S]*?<\/style>/gu, "").replace(/ class="[^"]*"/gu, "");
}
