/** From what a schema finds to problems that a person understands: the place, what is wrong, the mend. */
import { z } from "zod";
import { suggest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

type Issue = z.core.$ZodIssue;

/** The part of JSON Schema in which keys and examples are looked up. */
interface SchemaNode {
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly items?: SchemaNode;
	readonly additionalProperties?: SchemaNode | boolean;
	readonly anyOf?: readonly SchemaNode[];
	readonly examples?: readonly unknown[];
	readonly type?: string;
}

const EXPECTED: Readonly<Record<string, string>> = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a block of keys",
	record: "a block of keys",
};
const SECRETS = new Set(["password", "database", "queue"]);

/** @param base the path of `schema`'s value in the file. */
export function problemsOf(error: z.ZodError, schema: z.ZodType, file: YamlFile, base: Path = []): readonly Problem[] {
	const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as SchemaNode;
	return error.issues
		.flatMap((issue) => narrow(issue, file, base))
		.flatMap((issue) => explain(issue, root, file, base));
}

/** Of a value that may be one thing or another, the alternative that it comes nearest to. */
function narrow(issue: Issue, file: YamlFile, base: Path): readonly Issue[] {
	if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
	const fits = (errors: readonly Issue[]) =>
		!errors.some(({ code, path }) => code === "invalid_type" && path.length === 0);
	const value = valueAt(file.data, [...base, ...issue.path]);
	const alternatives = issue.errors.filter(fits);
	const chosen =
		typeof value === "object"
			? (alternatives.find((errors) => errors.every(({ path }) => path.length > 0)) ?? alternatives[0])
			: alternatives[0];
	if (chosen === undefined) return [issue];
	return chosen.flatMap((inner) => narrow({ ...inner, path: [...issue.path, ...inner.path] }, file, base));
}

function explain(issue: Issue, root: SchemaNode, file: YamlFile, base: Path): readonly Problem[] {
	const path = [...base, ...issue.path];
	const value = valueAt(file.data, path);
	const key = [...issue.path].reverse().find((part) => typeof part === "string") as string | undefined;
	const label = key ?? String([...base].reverse().find((part) => typeof part === "string") ?? "The file");
	const nodes = nodesAt(root, issue.path);
	const one = (message: string, mend: string) => [file.problemAt(path, message, mend)];

	switch (issue.code) {
		case "unrecognized_keys": {
			const known = nodes.flatMap(({ properties }) => Object.keys(properties ?? {}));
			return issue.keys.map((unknown) =>
				file.problemAt(path, `"${unknown}" is no key of ${describe(path)}.`, suggest(unknown, known), unknown),
			);
		}
		case "invalid_type":
			if (value === undefined)
				return one(`${label} is missing${within(path)}.`, `Add ${label}: ${example(nodes) ?? "…"}`);
			if (value === null) return one(`${label} is empty.`, "Give it a value, or take the line out.");
			return one(
				`${label} must be ${EXPECTED[issue.expected] ?? issue.expected}.`,
				quotes(issue.expected, value, nodes),
			);
		case "invalid_value": {
			const known = issue.values.map(String);
			return value === undefined
				? one(`${label} is missing${within(path)}.`, `Add ${label}: ${known.join(" or ")}`)
				: one(`"${value}" is not possible for ${label}.`, suggest(String(value), known));
		}
		case "invalid_union":
			return value === undefined
				? one(`${label} is missing${within(path)}.`, `Add ${label}: ${example(nodes) ?? "…"}`)
				: one(`${label} is not what it should be.`, writeLike(nodes));
		case "too_small":
		case "too_big":
			if (issue.origin !== "number" && issue.origin !== "int")
				return one(named(issue.message, value, key), writeLike(nodes));
			return one(
				`${label} must be ${issue.code === "too_small" ? `${issue.minimum} or more` : `${issue.maximum} or less`}.`,
				"Correct the number.",
			);
		case "custom":
			return one(named(issue.message, value, key), typeof value === "object" ? "" : writeLike(nodes));
		default:
			return one(named(issue.message, value, key), writeLike(nodes));
	}
}

/** "This is no date." → `"2026-02-30" is no date.`; what may hold a password is not repeated. */
function named(message: string, value: unknown, key: string | undefined): string {
	if (typeof value !== "string" || value === "" || SECRETS.has(key ?? ""))
		return key === undefined ? message : `${key}: ${message}`;
	return message.replace(/^This /u, `"${value}" `);
}

function writeLike(nodes: readonly SchemaNode[]): string {
	const examples = nodes.flatMap((node) => [...(node.examples ?? []), ...(node.items?.examples ?? [])]);
	const shown = [...new Set(examples.map(String))];
	return shown.length === 0 ? "Correct it." : `Write it like ${shown.join(" or ")}`;
}

function quotes(expected: string, value: unknown, nodes: readonly SchemaNode[]): string {
	if (expected === "string" && typeof value !== "object") return "Put it in quotes.";
	const shown = example(nodes);
	return shown === undefined ? "Correct it." : `Write it like ${shown}`;
}

function example(nodes: readonly SchemaNode[]): string | undefined {
	for (const node of nodes) {
		if (node.examples?.[0] !== undefined) return String(node.examples[0]);
		if (node.items?.examples?.[0] !== undefined) return `[${node.items.examples[0]}]`;
	}
	return undefined;
}

/** `people[2]` counts from one for people: "entry 3 of people". */
function describe(path: Path): string {
	const last = path.at(-1);
	if (last === undefined) return "this file";
	return typeof last === "number" ? `entry ${last + 1} of ${String(path.at(-2) ?? "the list")}` : String(last);
}

function within(path: Path): string {
	return path.length > 1 ? ` in ${describe(path.slice(0, -1))}` : "";
}

function nodesAt(root: SchemaNode, path: Path): readonly SchemaNode[] {
	let nodes = alternatives(root);
	for (const part of path) {
		nodes = nodes.flatMap((node) => {
			const { properties, items, additionalProperties } = node;
			const next = typeof part === "number" ? items : (properties?.[String(part)] ?? additionalProperties);
			return next === undefined || typeof next === "boolean" ? [] : alternatives(next);
		});
	}
	return nodes;
}

function alternatives(node: SchemaNode): readonly SchemaNode[] {
	return [node, ...(node.anyOf ?? []).flatMap(alternatives)];
}

export function valueAt(data: unknown, path: Path): unknown {
	let value = data;
	for (const part of path) {
		if (typeof value !== "object" || value === null) return undefined;
		value = (value as Readonly<Record<PropertyKey, unknown>>)[part];
	}
	return value;
}
