/**
 * What the council has resolved beside its protocol: exceptions, exempt recipients, copies that are always sent. Written
 * in council.yaml or in a protocol's file; each entry becomes a setting of the rules that it concerns.
 */
import { z } from "zod";
import { exemptRecipient, mandatedCopy } from "../rules/copy-settings.ts";
import { exceptionFields, inOrder, withScope } from "../rules/exceptions.ts";
import { oneOrMore, text } from "./schema-values.ts";

const registered = withScope(
	z
		.strictObject({
			rules: oneOrMore(text)
				.optional()
				.meta({ description: "Absent: whatever rule", examples: ["silent-copy"] }),
			...exceptionFields,
		})
		.check(inOrder()),
);

/** Keys of council.yaml and of a protocol's file. */
export const resolutionSections = {
	exceptions: z
		.array(registered)
		.optional()
		.meta({ description: "Register of exceptions that the council has resolved" }),
	exemptRecipients: z.array(exemptRecipient).optional().meta({ description: "Copies to these need no word" }),
	mandatedCopies: z
		.array(mandatedCopy)
		.optional()
		.meta({ description: "Copies that the council has resolved are always sent" }),
};

const sections = z.object(resolutionSections);
type Sections = z.output<typeof sections>;

export interface Resolutions {
	readonly exceptions: NonNullable<Sections["exceptions"]>;
	readonly exemptRecipients: NonNullable<Sections["exemptRecipients"]>;
	readonly mandatedCopies: NonNullable<Sections["mandatedCopies"]>;
}

const COPY_RULES: readonly string[] = ["silent-copy", "missing-copy-footer"];

/** All of several files, the lowest first. */
export function together(...all: readonly Partial<Sections>[]): Resolutions {
	return {
		exceptions: all.flatMap(({ exceptions }) => exceptions ?? []),
		exemptRecipients: all.flatMap(({ exemptRecipients }) => exemptRecipients ?? []),
		mandatedCopies: all.flatMap(({ mandatedCopies }) => mandatedCopies ?? []),
	};
}

/** The settings of a rule with the resolutions that concern it, behind those of its own. */
export function withResolutions(
	rule: string,
	settings: Readonly<Record<string, unknown>>,
	{ exceptions, exemptRecipients, mandatedCopies }: Resolutions,
): Readonly<Record<string, unknown>> {
	const added: Record<string, readonly unknown[]> = {
		exceptions: exceptions
			.filter(({ rules }) => rules === undefined || [rules].flat().includes(rule))
			.map(({ rules: _, ...entry }) => entry),
		...(COPY_RULES.includes(rule) ? { exemptRecipients, mandatedCopies } : {}),
	};
	const filled = Object.entries(added).filter(([, entries]) => entries.length > 0);
	if (filled.length === 0) return settings;
	return {
		...settings,
		...Object.fromEntries(
			filled.map(([key, entries]) => {
				const own = settings[key];
				return [key, [...(Array.isArray(own) ? own : []), ...entries]];
			}),
		),
	};
}
