/** Three boxes for a day, as GOV.UK's date input has them. Pure. */
import { DateTime } from "luxon";

export interface DayBoxes {
	readonly day: string;
	readonly month: string;
	readonly year: string;
}

export type DayRead =
	| { readonly kind: "none" }
	/** `2026-03-02`. */
	| { readonly kind: "day"; readonly day: string }
	| { readonly kind: "wrong"; readonly message: string };

/** `name` is how the day is called in a sentence: "The first day". */
export function readDay({ day, month, year }: DayBoxes, name: string): DayRead {
	const boxes = [day, month, year].map((box) => box.trim());
	if (boxes.every((box) => box === "")) return { kind: "none" };
	const missing = (["day", "month", "year"] as const).filter((_, index) => boxes[index] === "");
	if (missing.length > 0) return { kind: "wrong", message: `${name} must include a ${missing.join(" and a ")}` };
	if (!/^\d{4}$/u.test(boxes[2] ?? "")) return { kind: "wrong", message: `${name} must have a year of four digits` };
	const [d, m, y] = boxes.map(Number);
	const read = DateTime.fromObject({ year: y ?? 0, month: m ?? 0, day: d ?? 0 }, { zone: "utc" });
	if (!boxes.every((box) => /^\d+$/u.test(box)) || !read.isValid) {
		return { kind: "wrong", message: `${name} must be a real date` };
	}
	return { kind: "day", day: read.toFormat("yyyy-MM-dd") };
}
