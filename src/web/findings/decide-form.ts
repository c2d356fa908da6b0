/** The form in which a reviewer decides: what it holds, what of it is missing, and the decision that it makes. */
import { DateTime } from "luxon";
import { z } from "zod";
import type { NewDecision } from "../../store/decisions.ts";
import { storableText } from "../../store/storable.ts";
import { writtenDay } from "../forms/written-day.ts";

export const REASON_MAX_CHARACTERS = 2_000;

const text = z
	.string()
	.max(20_000)
	.catch("")
	.transform((value) => storableText(value).replace(/\r\n?/gu, "\n").trim());
const list = z
	.union([
		z.array(z.string().max(20)),
		z
			.string()
			.max(20)
			.transform((one) => [one]),
	])
	.catch([]);
const form = z.object({
	standing: z.coerce.number().int().min(0).catch(0),
	kind: z.string().max(20).catch(""),
	justified: text,
	putRight: text,
	notABreach: text,
	exempt: text,
	alike: list,
	expires: text,
});

export type DecideValues = z.infer<typeof form>;

export const EMPTY: DecideValues = {
	standing: 0,
	kind: "",
	justified: "",
	putRight: "",
	notABreach: "",
	exempt: "",
	alike: ["from", "people"],
	expires: "",
};

export interface FieldError {
	readonly field: string;
	readonly text: string;
	readonly href: string;
}

export interface ReadForm {
	readonly values: DecideValues;
	/** Absent where there are errors. */
	readonly decision?: NewDecision;
	readonly errors: readonly FieldError[];
}

/** `today` is the council's local day, `2026-03-02`: an exemption ends within a year of it. */
export function readDecideForm(body: unknown, today: string): ReadForm {
	const values = form.parse(sentFields(body));
	const errors: FieldError[] = [];
	const wrong = (field: string, words: string) => errors.push({ field, text: words, href: `#${field}` });
	const reason = (field: "justified" | "notABreach" | "exempt" | "putRight", asked?: string) => {
		if (asked !== undefined && values[field] === "") wrong(field, asked);
		if (values[field].length > REASON_MAX_CHARACTERS) {
			wrong(field, `Write at most ${REASON_MAX_CHARACTERS.toLocaleString("en-GB")} characters`);
		}
		return values[field];
	};
	let decision: NewDecision | undefined;
	switch (values.kind) {
		case "confirmed":
			decision = { kind: "confirmed", reason: "" };
			break;
		case "justified":
			decision = { kind: "justified", reason: reason("justified", "Enter the reason why it was justified") };
			break;
		case "put-right":
			decision = { kind: "put-right", reason: reason("putRight") };
			break;
		case "not-a-breach":
			decision = { kind: "not-a-breach", reason: reason("notABreach", "Enter the reason why it is not a breach") };
			break;
		case "exempt": {
			const alike = { from: values.alike.includes("from"), people: values.alike.includes("people") };
			const why = reason("exempt", "Enter the reason why findings like this are exempt");
			if (!alike.from && !alike.people) wrong("alike", "Choose what must be alike: the sender, the people, or both");
			decision = { kind: "exempt", reason: why, alike, expiresOn: expiry(values.expires, today, wrong) };
			break;
		}
		default:
			wrong("kind", "Choose what you decide");
	}
	return errors.length === 0 && decision !== undefined ? { values, decision, errors } : { values, errors };
}

function expiry(written: string, today: string, wrong: (field: string, words: string) => void): string {
	const day = writtenDay(written);
	const last = DateTime.fromISO(today, { zone: "utc" }).plus({ years: 1 }).toFormat("yyyy-MM-dd");
	if (written === "") wrong("expires", "Enter the last day of the exemption");
	else if (day === undefined) wrong("expires", "The last day must be a day, like 31 March 2027 or 31/3/2027");
	else if (day < today) wrong("expires", "The last day must be today or later");
	else if (day > last) wrong("expires", "The last day must be within a year from today");
	return day ?? today;
}

const note = z.object({ note: text });

/** What is no form at all has no fields. */
export function sentFields(body: unknown): object {
	return typeof body === "object" && body !== null ? body : {};
}

/** A note, or what is wrong with it. */
export function readNote(body: unknown): { readonly note: string; readonly errors: readonly FieldError[] } {
	const { note: written } = note.parse(sentFields(body));
	const problem =
		written === ""
			? "Enter the note"
			: written.length > REASON_MAX_CHARACTERS
				? `Write at most ${REASON_MAX_CHARACTERS.toLocaleString("en-GB")} characters`
				: undefined;
	return { note: written, errors: problem === undefined ? [] : [{ field: "note", text: problem, href: "#note" }] };
}
