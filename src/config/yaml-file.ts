/** One YAML file: its data, and the place of every value in it. `${NAME}` stands for a variable of the environment. */
import { isMap, isNode, isPair, isScalar, LineCounter, type ParsedNode, parseDocument, Scalar, visit } from "yaml";
import type { Problem } from "./problem.ts";

export type Path = readonly PropertyKey[];
export type Environment = Readonly<Record<string, string | undefined>>;

export interface YamlFile {
	readonly file: string;
	readonly data: unknown;
	/** Of the text itself: malformed YAML, variables that are not set. */
	readonly problems: readonly Problem[];
	/** A problem at the value of `path`, at its key where `atKey` names one, else at the nearest value above. */
	problemAt(path: Path, message: string, mend: string, atKey?: string): Problem;
	/** Whether the value at `path` stands in the file as such, not by way of a variable. */
	isLiteral(path: Path): boolean;
}

/** Of the same length as what they stand for, so that lines and columns stay true; braces would end a flow mapping. */
const OPEN = "\uE000\uE001";
const CLOSE = "\uE002";
const VARIABLE = /\$\{([A-Za-z_]\w*)\}/gu;
const HELD = /\uE000\uE001(\w+)\uE002/gu;

export function readYaml(file: string, text: string, env: Environment): YamlFile {
	const lines = new LineCounter();
	const held = text.replace(/^\uFEFF/u, "").replace(VARIABLE, `${OPEN}$1${CLOSE}`);
	const document = parseDocument(held, { lineCounter: lines, prettyErrors: false });
	const problems: Problem[] = [];
	const fromVariable = new Set<unknown>();

	const at = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(1, line), column: Math.max(1, col) };
	};
	for (const error of document.errors) problems.push({ ...at(error.pos[0]), ...explain(error.code, error.message) });
	if (document.errors.length === 0) {
		visit(document, {
			Scalar(_, node) {
				if (typeof node.value !== "string" || !node.value.includes(OPEN)) return;
				fromVariable.add(node);
				const whole = node.value;
				const value = whole.replace(HELD, (_match, name: string) => {
					const set = env[name];
					if (set !== undefined) return set;
					problems.push({
						...at(node.range?.[0] ?? 0),
						message: `The variable ${name} is not set.`,
						mend: `Set ${name} in the environment of Candour, or write the value's file (passwordFile).`,
					});
					return "";
				});
				node.value = node.type === Scalar.PLAIN && whole.replace(HELD, "") === "" ? plainValue(value) : value;
			},
		});
	}

	function nodeAt(path: Path): unknown {
		return path.length === 0 ? document.contents : document.getIn(path, true);
	}

	function offsetOf(path: Path, atKey?: string): number {
		for (let length = path.length; length >= 0; length--) {
			const node = nodeAt(path.slice(0, length));
			if (length === path.length && atKey !== undefined && isMap(node)) {
				const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === atKey);
				if (isPair(pair) && isNode(pair.key)) return (pair.key as ParsedNode).range[0];
			}
			const range = isNode(node) ? (node as ParsedNode).range : undefined;
			if (range !== undefined && range !== null) return range[0];
		}
		return 0;
	}

	return {
		file,
		data: document.errors.length === 0 ? document.toJS() : undefined,
		problems,
		problemAt: (path, message, mend, atKey) => ({ ...at(offsetOf(path, atKey)), message, mend }),
		isLiteral: (path) => {
			const node = nodeAt(path);
			return node !== undefined && !fromVariable.has(node);
		},
	};
}

/** `port: ${PORT}` is a number. */
function plainValue(value: string): string | number | boolean {
	if (/^\d+$/u.test(value)) return Number(value);
	return value === "true" ? true : value === "false" ? false : value;
}

const EXPLANATIONS: Readonly<Record<string, { message: string; mend: string }>> = {
	DUPLICATE_KEY: { message: "This key stands here twice.", mend: "Keep one of the two." },
	TAB_AS_INDENT: { message: "A tab indents this line.", mend: "Indent with spaces only." },
	BAD_INDENT: {
		message: "This line is not indented like its neighbours.",
		mend: "Give keys of one block the same number of spaces.",
	},
	MISSING_CHAR: { message: "A bracket, brace, quote or comma is missing here.", mend: "Close what was opened." },
	MULTILINE_IMPLICIT_KEY: {
		message: "This line is no key with a value.",
		mend: "Check for a missing colon, or put the text in quotes.",
	},
	BLOCK_AS_IMPLICIT_KEY: {
		message: "A colon stands where no key can be.",
		mend: "Put text that contains a colon in quotes.",
	},
};

function explain(code: string, message: string): { message: string; mend: string } {
	// A bracket that is never closed is reported where the next block begins, as if that were the mistake.
	const closing = /^Flow (?:map|sequence) .* end with a ([\]}])/u.exec(message)?.[1];
	if (closing !== undefined) {
		return {
			message: `A closing "${closing}" is missing here, or above.`,
			mend: "Close every bracket and brace on the line on which it was opened.",
		};
	}
	const known = EXPLANATIONS[code];
	if (known !== undefined) return known;
	const first = (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/u, "");
	return {
		message: `This is not well-formed YAML: ${first}.`,
		mend: "Check the indentation, colons and quotes of this line and the one above.",
	};
}
