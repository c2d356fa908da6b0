/**
 * The last twelve weeks as a chart: stacked bars, breaches below. As SVG for pages, as PNG for mails. To be imported
 * when a chart is drawn: echarts takes longer to load than the rest of a command.
 */
import { createRequire } from "node:module";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { DateTime } from "luxon";
import type { WeekBar } from "./week-chart.ts";

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

const WIDTH = 760;
const HEIGHT = 280;
/** Two to one, for sharp screens. */
const PNG_SCALE = 2;
// Against white 8:1 and 4.6:1, and told apart by lightness, so that nobody needs to tell the colours.
const BREACH = "#942514";
const ADVISORY = "#8a6d1d";
const TEXT = "#0b0c0c";
const FONT = "DejaVu Sans, Arial, sans-serif";

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
