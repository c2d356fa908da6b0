/** What `candour init` must know. Answers come from a file, from options and from questions, the later over the earlier. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { problemsOf } from "../../config/issues.ts";
import { formatProblem } from "../../config/problem.ts";
import { councilSchema } from "../../config/schema.ts";
import { oauth2 } from "../../config/schema-oauth2.ts";
import { address, domain, oneOrMore, port, text } from "../../config/schema-values.ts";
import { reviewerSchema } from "../../config/web-schema.ts";
import { type Environment, readYaml } from "../../config/yaml-file.ts";
import { CandourError } from "../../errors.ts";

const mailbox = z.strictObject({
	address,
	host: text,
	port: port.optional(),
	secure: z.boolean().optional(),
	user: text.optional(),
	caFile: text.optional(),
	passwordFile: text.optional(),
	passwordVariable: text.optional().meta({ description: "Name of a variable of the environment" }),
	oauth2: oauth2.optional(),
});

const answersSchema = z
	.strictObject({
		council: text.optional(),
		domains: oneOrMore(domain).optional(),
		protocol: text.optional(),
		nation: z.enum(["england", "wales", "scotland", "northern-ireland"]).optional(),
		people: z.array(councilSchema.shape.people.element).optional(),
		peopleFile: text.optional().meta({ description: "A CSV file in place of people" }),
		mailbox: z.union([mailbox, z.literal("none")]).optional(),
		exclusions: councilSchema.shape.exclusions,
		alertsTo: oneOrMore(address).optional(),
		digestTo: oneOrMore(address).optional(),
		smtp: councilSchema.shape.smtp,
		reviewers: z.array(reviewerSchema).optional(),
	})
	.meta({ title: "Answers for candour init" });

/** All keys may be absent; what is absent is asked for, or has a default. */
export type Answers = z.output<typeof answersSchema>;
export type PersonAnswer = NonNullable<Answers["people"]>[number];
export type MailboxAnswer = z.output<typeof mailbox>;
export type ReviewerAnswer = NonNullable<Answers["reviewers"]>[number];

const SECRET_KEYS = /^(?:password|clientSecret|refreshToken|accessToken)$/u;

/**
 * Reads an answers file, YAML or JSON. Variables (`${NAME}`) stay as they are: they belong into council.yaml.
 * Throws USAGE with every problem, its line and its mend.
 */
export async function readAnswers(path: string): Promise<Answers> {
	const text = await readFile(path, "utf8").catch((cause: unknown) => {
		throw new CandourError("USAGE", `The answers file ${path} cannot be read.`, { remedy: "Check its path.", cause });
	});
	const file = readYaml(path, text, VARIABLES_AS_THEY_ARE);
	const parsed = file.problems.length > 0 ? undefined : answersSchema.safeParse(file.data ?? {});
	const problems = [
		...file.problems,
		...(parsed?.error === undefined ? [] : problemsOf(parsed.error, answersSchema, file)),
		...secretsIn(file.data, []).map((at) =>
			file.problemAt(at, `A secret stands here (${String(at.at(-1))}).`, `Write $${"{NAME}"}, or give a …File.`),
		),
	];
	if (parsed?.data !== undefined && problems.length === 0) return parsed.data;
	throw new CandourError("USAGE", `${problems.map(formatProblem).join("\n")}\n`, {
		remedy: "Correct the answers file.",
	});
}

const VARIABLES_AS_THEY_ARE: Environment = new Proxy({}, { get: (_target, name) => `$${`{${String(name)}}`}` });

function secretsIn(value: unknown, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => {
		const at = [...path, Array.isArray(value) ? Number(key) : key];
		const literal = SECRET_KEYS.test(key) && typeof one === "string" && !/^\$\{\w+\}$/u.test(one);
		return literal ? [at] : secretsIn(one, at);
	});
}
