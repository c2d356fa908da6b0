/** What `silent-copy` and `missing-copy-footer` have in common: who is bound, whom a copy must not silently reach, and what is allowed. */
import { z } from "zod";
import { everyRule, inOrder } from "./exceptions.ts";
import { day, minute, people, text } from "./setting-values.ts";

export const exemptRecipientFields = {
	who: people,
	reason: text.meta({ description: "Why a copy to them needs no word", examples: ["Monitoring Officer"] }),
};
export const exemptRecipient = z.strictObject(exemptRecipientFields);

export const mandatedCopyFields = {
	copyTo: people.meta({ description: "Who always gets the copy" }),
	mailFrom: people.optional().meta({ description: "Of whose mail; absent: of anybody's" }),
	mailTo: people.optional().meta({ description: "Of mail to whom; absent: to anybody" }),
	minute,
	from: day.optional(),
	until: day.optional(),
	ifMissing: z
		.enum(["breach", "advisory"])
		.optional()
		.meta({ description: "What it weighs where such mail shows no copy; absent: nobody looks" }),
};
export const mandatedCopy = z
	.strictObject(mandatedCopyFields)
	.check(inOrder())
	.refine(({ ifMissing, mailFrom }) => ifMissing === undefined || mailFrom !== undefined, {
		path: ["ifMissing"],
		error: "Without mailFrom, a copy of everybody's mail would be missed.",
	});
export type MandatedCopy = z.output<typeof mandatedCopy>;

/** `advisory`: less than the rule as such, where that is a breach. */
export const weight = z.enum(["breach", "advisory"]).default("breach");

export const copySettings = {
	...everyRule,
	/** Whose copies are looked at. */
	bound: z.enum(["officers", "councillors", "both"]).default("officers"),
	/** Whom a copy must not reach without a word. `anyone` is everybody but the authorised recipients. */
	copiedTo: z.enum(["councillors", "councillors-and-outsiders", "anyone"]).default("councillors"),
	/** Councillors of other councils, who count as councillors here. */
	alsoCouncillors: people.default([]),
	/** Copies to these need no word. */
	exemptRecipients: z.array(exemptRecipient).default([]),
	/** Copies that the council has resolved are always sent. */
	mandatedCopies: z.array(mandatedCopy).default([]),
	/** The weight of a copy that reached somebody unseen, where no Bcc line proves that it was blind. */
	unprovenCopies: weight,
	/** The weight of a visible copy, where the rule looks at these. */
	visibleCopies: weight,
};

const schema = z.object(copySettings);
export type CopySettings = z.output<typeof schema>;
