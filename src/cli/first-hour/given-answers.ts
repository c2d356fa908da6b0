/** Answers out of options and an answers file, and what is missing where nobody can be asked. */
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { mailHostsFor } from "../../config/guess-mail-host.ts";
import { reviewerSchema } from "../../config/web-schema.ts";
import { CandourError } from "../../errors.ts";
import { domainOf } from "../../people/address.ts";
import { type Answers, type MailboxAnswer, type ReviewerAnswer, readAnswers } from "./answers.ts";
import { listOf, peopleOfFile } from "./ask-people.ts";
import type { FullAnswers } from "./compose-council.ts";

/** As the command line gives them; each stands over the same answer of the file. */
export interface GivenOptions {
	readonly answers?: string;
	readonly name?: string;
	readonly domain?: readonly string[];
	readonly protocol?: string;
	readonly people?: string;
	readonly mailbox?: string;
	readonly imap?: string;
	readonly user?: string;
	readonly passwordFile?: string;
	readonly passwordVariable?: string;
	readonly alertsTo?: string;
	readonly digestTo?: string;
	readonly reviewer?: readonly string[];
}

/** `target` is the council.yaml to be: paths in it are relative to its folder. Throws USAGE. */
export async function givenAnswers(options: GivenOptions, target: string): Promise<Answers> {
	const file: Answers = options.answers === undefined ? {} : await readAnswers(options.answers);
	const fromAnswers = file.peopleFile && resolve(dirname(options.answers ?? ""), file.peopleFile);
	const peopleFile = options.people ?? fromAnswers;
	const { peopleFile: _read, ...answers } = file;
	return {
		...answers,
		...(options.name === undefined ? {} : { council: options.name }),
		...(options.domain === undefined || options.domain.length === 0 ? {} : { domains: [...options.domain] }),
		...(options.protocol === undefined ? {} : { protocol: options.protocol }),
		...(peopleFile === undefined ? {} : { people: await peopleOfFile(peopleFile) }),
		...(options.mailbox === undefined ? {} : { mailbox: mailboxOf(options.mailbox, options, target) }),
		...(options.alertsTo === undefined ? {} : { alertsTo: listOf(options.alertsTo) }),
		...(options.digestTo === undefined ? {} : { digestTo: listOf(options.digestTo) }),
		...(options.reviewer === undefined || options.reviewer.length === 0
			? {}
			: { reviewers: options.reviewer.map(reviewerOf) }),
	};
}

/** Where nobody is asked: the mailbox may be missing, the council and its people may not. Throws USAGE. */
export function demandAnswers(answers: Answers): FullAnswers {
	const { council, domains, protocol, people } = answers;
	const missing = [
		...(council === undefined ? ["the council's name (--name)"] : []),
		...(domains === undefined ? ["its mail domains (--domain)"] : []),
		...(protocol === undefined ? ["its protocol (--protocol)"] : []),
		...(people === undefined ? ["its people (--people FILE.csv)"] : []),
	];
	if (council === undefined || domains === undefined || protocol === undefined || people === undefined) {
		throw new CandourError("USAGE", `Missing: ${missing.join(", ")}.`, {
			remedy: "Give them as options or in a file (--answers), or run it on a terminal to be asked.",
		});
	}
	const sends = answers.alertsTo !== undefined || answers.digestTo !== undefined;
	const smtp = answers.smtp ?? (sends ? { directory: "./outgoing" } : undefined);
	return { ...answers, council, domains, protocol, people, ...(smtp === undefined ? {} : { smtp }) };
}

function mailboxOf(address: string, options: GivenOptions, target: string): NonNullable<Answers["mailbox"]> {
	if (address === "none") return "none";
	const { imap, user, passwordFile, passwordVariable } = options;
	if ((passwordFile === undefined) === (passwordVariable === undefined)) {
		throw new CandourError("USAGE", `How does Candour log in to ${address}?`, {
			remedy: "Give --password-file or --password-variable; OAuth2 logins go into an answers file.",
		});
	}
	const [, host, port] = /^(.*?)(?::(\d+))?$/u.exec(imap ?? ownHost(address)) ?? [];
	const mailbox: MailboxAnswer = {
		address,
		host: host ?? "",
		...(port === undefined ? {} : { port: Number(port) }),
		...(user === undefined ? {} : { user }),
		...(passwordFile === undefined ? {} : { passwordFile: fromFolderOf(target, passwordFile) }),
		...(passwordVariable === undefined ? {} : { passwordVariable }),
	};
	return mailbox;
}

function ownHost(address: string): string {
	return mailHostsFor(domainOf(address)).at(-1)?.imap.host ?? "";
}

/** A path of the working directory, as council.yaml must write it. */
function fromFolderOf(target: string, path: string): string {
	const full = resolve(path);
	const short = relative(dirname(target), full);
	return short.startsWith("..") || isAbsolute(short) ? full : `./${short}`;
}

/** "Maud Garrick <m.garrick@thornby.example> conflict-reviewer"; without a role: reviewer. */
function reviewerOf(written: string): ReviewerAnswer {
	const [, name, email, role = "reviewer"] = /^\s*(.*?)\s*<([^<>]+)>\s*(\S+)?\s*$/u.exec(written) ?? [];
	const parsed = reviewerSchema.safeParse({ name, email, roles: [role] });
	if (parsed.success) return parsed.data;
	throw new CandourError("USAGE", `"${written}" names no reviewer.`, {
		remedy: 'Write --reviewer "Name <address> role", with role reviewer, conflict-reviewer, reader or administrator.',
	});
}
