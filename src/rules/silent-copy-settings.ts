/** What a council may set of `silent-copy`: what counts as a copy, and what as telling of it. */
import { z } from "zod";
import { copySettings, weight } from "./copy-settings.ts";

/** Notices are looked up so far around an onward copy (facts/relations.ts). */
const LONGEST_NOTICE_HOURS = 48;

const NOTICE_FORMS = ["visible", "footer", "text", "separate"] as const;

export const silentCopySettings = z.strictObject({
	...copySettings,
	/** Hours before and after an onward copy in which telling the councillor counts. */
	noticeHours: z.number().min(0).max(LONGEST_NOTICE_HOURS).default(24),
	/** `before`: word given after the copy comes too late, by whatever little. */
	noticeTime: z.enum(["around", "before"]).default("around"),
	/** What counts as telling: a visible address, a copy footer, other words of the message, a message of its own. */
	noticeForms: z
		.array(z.enum(NOTICE_FORMS))
		.min(1, "This list is empty.")
		.default([...NOTICE_FORMS]),
	/** What a word that comes after the notice time leaves of an onward copy's weight. */
	lateNotice: weight,
	/** The weight of an onward copy of which no word came at all. */
	onwardCopies: weight,
	/** `bcc`: hidden copies alone, onward ones not; `every-bcc`: also those that were told of; `every-copy`: visible ones too. */
	copies: z.enum(["undisclosed", "bcc", "every-bcc", "every-copy"]).default("undisclosed"),
	/** `individual`: with one councillor or several; `one-councillor`: with one alone. */
	correspondence: z.enum(["individual", "one-councillor"]).default("individual"),
	/** Whether a councillor's own mail to the office is covered when it is passed on, or officers' mail to councillors only. */
	direction: z.enum(["both", "to-councillors"]).default("both"),
});
export type SilentCopySettings = z.infer<typeof silentCopySettings>;
