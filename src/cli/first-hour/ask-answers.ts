/** Asks for what no file and no option has answered. */
import { domain as domainSchema } from "../../config/schema-values.ts";
import type { Answers, ReviewerAnswer } from "./answers.ts";
import type { Ask } from "./ask.ts";
import { askMailbox } from "./ask-mailbox.ts";
import { addresses, askPeople, listOf } from "./ask-people.ts";
import type { FullAnswers } from "./compose-council.ts";
import { shippedProtocols } from "./protocols.ts";
import type { Secrets } from "./secrets.ts";

const OUTGOING = { directory: "./outgoing" };
const ROLES: readonly { readonly value: ReviewerAnswer["roles"][number]; readonly description: string }[] = [
	{ value: "reviewer", description: "decides on findings" },
	{ value: "conflict-reviewer", description: "decides where a reviewer is concerned" },
	{ value: "reader", description: "looks, and decides nothing" },
	{ value: "administrator", description: "looks after the program, and sees no findings" },
];

export async function askAnswers(ask: Ask, given: Answers, secrets: Secrets): Promise<FullAnswers> {
	const council = given.council ?? (await ask.text("The council's name"));
	const domains = given.domains ?? listOf(await ask.text("Its mail domains (with commas)", { check: areDomains }));
	const protocol = given.protocol ?? (await askProtocol(ask));
	const people = given.people ?? (await askPeople(ask));
	const domain = [domains].flat()[0] ?? "";
	const asked = given.mailbox === undefined ? await askMailbox(ask, secrets, domain) : { mailbox: given.mailbox };
	const exclusions = given.exclusions ?? (await askExclusions(ask));
	const preset = asked.mailbox === "none" ? undefined : asked.mailbox.address;
	const whom = async (message: string) => listOf(await ask.text(message, { preset, check: addresses }));
	const alertsTo = given.alertsTo ?? (await whom("Who gets alerts? (addresses, with commas)"));
	const digestTo = given.digestTo ?? (await whom("Who gets the weekly digest?"));
	const smtp = given.smtp ?? (await askSending(ask, "smtp" in asked ? asked.smtp : undefined));
	const reviewers = given.reviewers ?? (await askReviewers(ask));
	const { mailbox } = asked;
	return { ...given, council, domains, protocol, people, mailbox, exclusions, alertsTo, digestTo, smtp, reviewers };
}

async function askProtocol(ask: Ask): Promise<string> {
	const protocols = await shippedProtocols();
	const own = { name: "The council's own profile", value: "", description: "A YAML file; see config/protocols" };
	const shipped = protocols.map(({ name, title, rules }) => ({
		name: `${name}: ${title}`,
		value: name,
		description: rules,
	}));
	const chosen = await ask.choice("Which protocol has the council adopted?", [...shipped, own]);
	return chosen === "" ? ask.text("Path of the profile, from the folder of council.yaml") : chosen;
}

async function askExclusions(ask: Ask): Promise<NonNullable<Answers["exclusions"]>> {
	ask.say(
		"Some mail is not Candour's to read: with the Monitoring Officer, solicitors, a union, a whistle-blowing line.",
	);
	const check = (text: string) =>
		listOf(text)
			.map((one) => (one.includes("@") ? addresses(one) : areDomains(one)))
			.find((wrong) => wrong !== undefined);
	const message = "Addresses and domains never to be read (with commas)";
	const listed = listOf(await ask.text(message, { optional: true, check }));
	const reason = "Named at set-up as not to be read";
	return listed.map((one) => (one.includes("@") ? { address: one, reason } : { domain: one, reason }));
}

async function askSending(ask: Ask, same: Answers["smtp"]): Promise<NonNullable<Answers["smtp"]>> {
	const files = { name: "Not yet: they are written into the folder ./outgoing", value: OUTGOING };
	if (same === undefined) return OUTGOING;
	return ask.choice<NonNullable<Answers["smtp"]>>("How do alerts and digests leave?", [
		{ name: `By ${same.host}, with the same login`, value: same },
		files,
	]);
}

async function askReviewers(ask: Ask): Promise<ReviewerAnswer[]> {
	const reviewers: ReviewerAnswer[] = [];
	ask.say("Who reviews findings on the pages? An empty name ends the list.");
	for (;;) {
		const name = await ask.text("Reviewer's name", { optional: true });
		if (name === "") return reviewers;
		const email = await ask.text("E-mail", { check: addresses });
		const choices = ROLES.map((role) => ({ name: role.value, ...role }));
		reviewers.push({ name, email, roles: [await ask.choice("As", choices)] });
	}
}

function areDomains(text: string): string | undefined {
	const wrong = listOf(text).find((one) => !domainSchema.safeParse(one).success);
	return wrong === undefined ? undefined : `"${wrong}" is no domain.`;
}
