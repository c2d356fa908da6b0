/** The two days of a form, read and told kindly what is wrong with them. Pure. */
import { z } from "zod";
import { type DayBoxes, readDay } from "../forms/day-input.ts";

const box = z.string().max(10).default("").catch("");

/** The fields `from-day` … `to-year`; anything else that was sent is left out. */
export const PERIOD_FIELDS = {
	"from-day": box,
	"from-month": box,
	"from-year": box,
	"to-day": box,
	"to-month": box,
	"to-year": box,
} as const;

export interface FormError {
	readonly text: string;
	/** The field that is wrong, for the link in the summary. */
	readonly href: string;
	readonly field: string;
}

export interface PeriodRead {
	readonly from: DayBoxes;
	readonly to: DayBoxes;
	readonly fromDay?: string;
	readonly toDay?: string;
	readonly errors: readonly FormError[];
}

type Sent = Readonly<Record<keyof typeof PERIOD_FIELDS, string>>;

/** `today` is the council's local day; days after it are refused. Without a last day it is today where `openEnd`. */
export function readPeriod(
	sent: Sent,
	today: string,
	{ openStart, openEnd }: { readonly openStart: boolean; readonly openEnd: boolean },
): PeriodRead {
	const from = { day: sent["from-day"], month: sent["from-month"], year: sent["from-year"] };
	const to = { day: sent["to-day"], month: sent["to-month"], year: sent["to-year"] };
	const errors: FormError[] = [];
	const first = readDay(from, "The first day");
	const last = readDay(to, "The last day");
	const wrong = (field: "from" | "to", text: string) => errors.push({ text, href: `#${field}-day`, field });
	if (first.kind === "wrong") wrong("from", first.message);
	if (first.kind === "none" && !openStart) wrong("from", "Enter the first day");
	if (last.kind === "wrong") wrong("to", last.message);
	if (last.kind === "none" && !openEnd) wrong("to", "Enter the last day");
	const fromDay = first.kind === "day" ? first.day : undefined;
	const toDay = last.kind === "day" ? last.day : last.kind === "none" && openEnd ? today : undefined;
	if (toDay !== undefined && toDay > today) wrong("to", "The last day must be today or in the past");
	else if (fromDay !== undefined && fromDay > today) wrong("from", "The first day must be today or in the past");
	else if (fromDay !== undefined && toDay !== undefined && fromDay > toDay) {
		wrong("from", "The first day must be on or before the last day");
	}
	return {
		from,
		to,
		...(fromDay === undefined ? {} : { fromDay }),
		...(toDay === undefined ? {} : { toDay }),
		errors,
	};
}

/** By field, the first thing that is wrong with it. */
export function wrongFields(errors: readonly FormError[]): Readonly<Record<string, string>> {
	return Object.fromEntries(errors.toReversed().map(({ field, text }) => [field, text]));
}
