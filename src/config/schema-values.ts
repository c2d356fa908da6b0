/** The kinds of value that stand in the configuration. What is wrong with a value is said by its schema, the mend by its example. */
import { z } from "zod";

export { day, text } from "../rules/setting-values.ts";

export const address = z
	.string()
	.trim()
	.regex(/^[^@\s<>,;]+@[^@\s<>,;.]+(?:\.[^@\s<>,;.]+)*$/u, "This is no mail address.")
	.meta({ description: "A mail address", examples: ["clerk@thornby-pc.example"] });

export const domain = z
	.string()
	.trim()
	.regex(/^@?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u, "This is no domain.")
	.meta({ description: "A mail domain, its subdomains included", examples: ["thornby-pc.example"] });

export const clock = z
	.string()
	.regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/u, "This is no time of day.")
	.meta({ description: "A local time", examples: ["08:00"] });

export const duration = z
	.string()
	.regex(/^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$/u, "This is no length of time.")
	.meta({ description: "An ISO 8601 duration", examples: ["P2Y", "P6M", "P90D"] });

export const timezone = z
	.string()
	.refine(isTimezone, "This is no time zone.")
	.meta({ description: "An IANA time zone", examples: ["Europe/London"] });

export const port = z
	.number()
	.int()
	.min(1)
	.max(65_535)
	.meta({ description: "A TCP port", examples: [993] });

export const weekday = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);

/** A single value is a list of one. */
export function oneOrMore<T extends z.ZodType>(item: T) {
	return z.union([item, z.array(item).min(1, "This list is empty.")]);
}

/** Checked also where other things are wrong with the mapping, so that all problems are told at once. */
export function exactlyOneOf(keys: readonly string[]) {
	return z.refine<Record<string, unknown>>((value) => keys.filter((key) => value[key] !== undefined).length === 1, {
		error: `Exactly one of ${keys.join(", ")} belongs here.`,
		when: ({ value }) => typeof value === "object" && value !== null,
	});
}

function isTimezone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
