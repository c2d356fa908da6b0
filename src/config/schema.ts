/** The schema of council.yaml. The JSON Schema that ships with the program, config/council.schema.json, is made from it. */
import { z } from "zod";
import { resolutionSections } from "./resolutions.ts";
import { ruleSchemas } from "./rule-schemas.ts";
import { oauth2 } from "./schema-oauth2.ts";
import {
	address,
	clock,
	day,
	domain,
	duration,
	exactlyOneOf,
	oneOrMore,
	port,
	text,
	timezone,
	weekday,
} from "./schema-values.ts";
import { reviewerSchema, webSchema } from "./web-schema.ts";

const council = z.strictObject({
	name: text.meta({ description: "The council's name, as its letters give it", examples: ["Thornby Parish Council"] }),
	domains: oneOrMore(domain).meta({ description: "The council's own mail domains" }),
	timezone: timezone.default("Europe/London"),
	protocol: text.meta({
		description: "The adopted protocol: the name of a profile, or the path of the council's own",
		examples: ["camborne", "./our-protocol.yaml"],
	}),
});

const person = z.strictObject({
	name: text.meta({ examples: ["Jo Marsh"] }),
	role: z.enum(["councillor", "officer"]),
	title: text.optional(),
	offices: z.array(text).optional().meta({ description: "chair, mayor, vice-chair, leader, proper-officer, …" }),
	group: text.optional().meta({ description: "Political group" }),
	committees: z.array(text).optional(),
	email: oneOrMore(address).meta({
		description: "All addresses, the official one first",
		examples: ["j.marsh@thornby-pc.example"],
	}),
	from: day.optional().meta({ description: "First day of office", examples: ["2023-05-09"] }),
	to: day.optional().meta({ description: "Last day of office", examples: ["2027-05-10"] }),
	shared: z.boolean().optional().meta({ description: "A shared mailbox of the council, not a person" }),
});

const list = z.strictObject({
	address,
	name: text.optional(),
	members: z
		.union([
			z
				.string()
				.regex(
					/^(?:all-councillors|all-officers|(?:committee|group):\s*\S.*|[^@\s]+@[^@\s]+)$/u,
					"This does not say who the members are.",
				),
			z.array(address),
		])
		.meta({ examples: ["all-councillors", "all-officers", "committee:Planning", "group:Labour"] }),
});

const authorisedRecipient = z
	.strictObject({ name: text, email: address.optional(), domain: domain.optional() })
	.check(exactlyOneOf(["email", "domain"]));

const exclusion = z
	.strictObject({
		address: address.optional(),
		domain: domain.optional(),
		folder: text.optional(),
		subject: text.optional(),
		reason: text.meta({ description: "Why such mail is never read", examples: ["whistle-blowing"] }),
	})
	.check(exactlyOneOf(["address", "domain", "folder", "subject"]));

const calendar = z.strictObject({
	nation: z.enum(["england", "wales", "scotland", "northern-ireland"]).default("england"),
	closed: z.array(day).optional().meta({ description: "Days on which the council is closed" }),
	officeDays: z.array(weekday).min(1, "This list is empty.").optional(),
});

const severity = z.enum(["breach", "advisory", "off"]);
const rule = z.union([
	severity,
	z.looseObject({
		severity: severity.optional(),
		clause: text.optional().meta({ description: "Where the protocol says it" }),
	}),
]);

const secret = { password: z.string().optional(), passwordFile: text.optional() };

const imap = z.strictObject({
	host: text,
	port: port.optional(),
	secure: z.boolean().optional().meta({ description: "TLS from the first byte (port 993)" }),
	user: text.optional().meta({ description: "Absent: the mailbox's name" }),
	auth: z
		.strictObject({ ...secret, oauth2: oauth2.optional() })
		.check(exactlyOneOf(["password", "passwordFile", "oauth2"])),
	caFile: text.optional().meta({ description: "PEM file of a private certificate authority" }),
});

const mailbox = z.strictObject({
	name: address,
	journal: z.boolean().optional().meta({ description: "Journal reports from it are believed" }),
	folders: z.array(text).min(1, "This list is empty.").optional(),
	imap: imap.optional(),
	maildir: text.optional(),
});

const alerts = z.strictObject({
	to: oneOrMore(address),
	conflict: oneOrMore(address).optional().meta({ description: "Who is told instead when a recipient is the subject" }),
	minimumSeverity: z.enum(["breach", "advisory"]).default("breach"),
	quietHours: z.strictObject({ from: clock, to: clock }).optional(),
	settleMinutes: z.number().min(0).max(1440).default(15).meta({ description: "How long further copies are awaited" }),
	from: address.optional(),
});

const digest = z.strictObject({ to: oneOrMore(address), day: weekday.default("monday"), time: clock.default("08:00") });

const notify = z
	.strictObject({
		apiKey: z.string().optional(),
		apiKeyFile: text.optional(),
		templateId: text.meta({ description: "Of an e-mail template with ((subject)) and ((message))" }),
		url: z.url().default("https://api.notifications.service.gov.uk"),
	})
	.check(exactlyOneOf(["apiKey", "apiKeyFile"]))
	.meta({ description: "GOV.UK Notify sends the mail" });

const smtp = z
	.strictObject({
		directory: text.optional().meta({ description: "Alerts are written here as .eml files" }),
		notify: notify.optional(),
		host: text.optional(),
		port: port.optional(),
		secure: z.boolean().optional().meta({ description: "TLS from the first byte (port 465)" }),
		user: text.optional(),
		auth: z
			.strictObject({ ...secret, oauth2: oauth2.optional() })
			.check(exactlyOneOf(["password", "passwordFile", "oauth2"]))
			.optional(),
		from: address.optional(),
		caFile: text.optional(),
	})
	.check(exactlyOneOf(["host", "directory", "notify"]));

const storage = z
	.strictObject({
		directory: text.optional(),
		database: z
			.string()
			.regex(/^postgres(?:ql)?:\/\/\S+$/u, "This is no address of a PostgreSQL database.")
			.optional()
			.meta({ examples: ["postgres://candour@localhost/candour"] }),
		queue: z
			.string()
			.regex(/^(?:rediss?:\/\/\S+|same database)$/u, "This is no address of a Redis server.")
			.optional()
			.meta({ examples: ["redis://localhost:6379", "same database"] }),
	})
	.check(exactlyOneOf(["directory", "database"]));

export const councilSchema = z
	.strictObject({
		council,
		people: z.array(person).min(1, "Nobody is listed."),
		lists: z.array(list).optional(),
		authorisedRecipients: z.array(authorisedRecipient).optional(),
		complainants: z.array(z.strictObject({ name: text, email: address })).optional(),
		exclusions: z.array(exclusion).optional(),
		spokespeople: z.array(text).optional(),
		calendar: calendar.optional(),
		rules: z.record(z.string(), rule).optional(),
		...resolutionSections,
		mailboxes: z.array(mailbox).optional(),
		alerts: alerts.optional(),
		digest: digest.optional(),
		smtp: smtp.optional(),
		web: webSchema.optional().meta({ description: "The review pages" }),
		reviewers: z.array(reviewerSchema).optional().meta({ description: "Who may sign in to the review pages" }),
		retention: z.strictObject({ findings: duration.default("P2Y"), facts: duration.default("P1Y") }).optional(),
		storage: storage.optional(),
		reading: z
			.strictObject({
				scans: z
					.boolean()
					.default(true)
					.meta({ description: "The text of scans and attached pictures is recognised (OCR)" }),
			})
			.optional(),
	})
	.meta({ title: "Candour: council.yaml" });

/** A protocol profile: config/protocols/*.yaml, or a council's own. */
export const profileSchema = z.strictObject({
	name: text.optional(),
	title: text.optional(),
	extends: text.optional().meta({ examples: ["camborne", "./our-protocol.yaml"] }),
	adopted: day.optional().meta({ description: "The day on which it was adopted: earlier mail is not judged by it" }),
	rules: z.record(z.string(), rule).optional(),
	...resolutionSections,
});

export type CouncilFile = z.output<typeof councilSchema>;
export type ProfileFile = z.output<typeof profileSchema>;
export type RuleEntry = z.output<typeof rule>;

/** For editors and for whoever writes the file by machine. */
export function councilJsonSchema(): unknown {
	return withRules(councilSchema);
}

/** The same of a protocol's file. */
export function protocolJsonSchema(): unknown {
	return withRules(profileSchema.meta({ title: "Candour: a council's own protocol" }));
}

/** With each rule's settings, which are checked apart from the file's own shape. */
function withRules(schema: z.ZodType): unknown {
	const json = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as { properties: Record<string, object> };
	const { rules } = json.properties;
	return { ...json, properties: { ...json.properties, rules: { ...rules, properties: ruleSchemas() } } };
}
