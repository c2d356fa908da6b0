/**
 * Trains the model of obligation from our own sentences (scripts/statements) and writes src/text/statements/model.json.
 *
 *     npx node scripts/train-statements.ts                      train and write
 *     npx node scripts/train-statements.ts --measure FILE…      train, write nothing, and measure on labelled sentences:
 *                                                               JSON lines with `text` and `label`
 *
 * A multinomial logistic regression with AdaGrad and a little L2: small, deterministic, and each weight has a name.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { featuresOf } from "../src/text/statements/features.ts";
import { LABELS, type Label, loudness, type ModelData, modelOf } from "../src/text/statements/model.ts";
import { councilNames, wordsOf } from "../src/text/statements/words.ts";
import { composed } from "./statements/compose.ts";

const EPOCHS = 30;
const LEARNING_RATE = 0.1;
const L2 = 3e-4;
/** A composed sentence weighs less than one that somebody thought of. */
const COMPOSED_WEIGHT = 0.3;
const COMPOSED_EACH = 4;
const FEWEST_SENTENCES = 4;
/** Few sentences of a mailbox bind, and of those none should be missed. */
const BINDING_WEIGHT = 1.3;
/** Weights below this move no verdict and would only fill the file. */
const SMALLEST_WEIGHT = 0.06;

interface Case {
	readonly features: readonly string[];
	readonly label: Label;
	readonly weight: number;
}

const { values, positionals } = parseArgs({
	options: { measure: { type: "boolean" }, council: { type: "string" } },
	allowPositionals: true,
});
const own = councilNames(values.council ?? "Sallowfield Town Council");
const data = train(cases());
if (values.measure === true) for (const file of positionals) measure(file, data);
else writeFileSync(new URL("../src/text/statements/model.json", import.meta.url), print(data));

function cases(): readonly Case[] {
	const found: Case[] = [];
	let label: Label = "other";
	for (const line of readFileSync(new URL("statements/corpus.txt", import.meta.url), "utf8").split("\n")) {
		if (line.startsWith("## ")) label = asLabel(line.slice(3));
		else if (line !== "" && !line.startsWith("#")) found.push({ features: read(line), label, weight: 1 });
	}
	for (const example of composed(COMPOSED_EACH))
		found.push({ features: read(example.text), label: asLabel(example.label), weight: COMPOSED_WEIGHT });
	return found;
}

function read(sentence: string): readonly string[] {
	return featuresOf(wordsOf(sentence, own)).names;
}

function asLabel(name: string): Label {
	const label = LABELS.find((one) => one === name.trim());
	if (label === undefined) throw new Error(`"${name}" is no label: ${LABELS.join(", ")}`);
	return label;
}

function train(examples: readonly Case[]): ModelData {
	const index = indexOf(examples);
	const width = LABELS.length;
	const weights = new Float64Array(index.size * width);
	const squares = new Float64Array(index.size * width).fill(1e-2);
	const order = examples.map((_, at) => at);
	let seed = 7;
	const next = (below: number) => {
		seed = (seed * 1103515245 + 12345) & 0x7fffffff;
		return Math.floor((seed / 0x80000000) * below);
	};
	for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
		for (let at = order.length - 1; at > 0; at -= 1) {
			const other = next(at + 1);
			[order[at], order[other]] = [order[other] as number, order[at] as number];
		}
		for (const at of order) step(examples[at] as Case);
	}
	return { labels: LABELS, weights: Object.fromEntries([...index].flatMap(([name, row]) => kept(name, row))) };

	function step({ features, label, weight }: Case): void {
		const norm = 1 / Math.sqrt(features.length);
		const stress = label === "commits" || label === "instructs" ? BINDING_WEIGHT : 1;
		const rows = features.flatMap((name) => {
			const row = index.get(name);
			return row === undefined ? [] : [{ row: row * width, scale: loudness(name) * norm }];
		});
		const scores = LABELS.map((_, k) =>
			rows.reduce((sum, { row, scale }) => sum + (weights[row + k] as number) * scale, 0),
		);
		const top = Math.max(...scores);
		const raised = scores.map((score) => Math.exp(score - top));
		const total = raised.reduce((sum, value) => sum + value, 0);
		for (let k = 0; k < width; k += 1) {
			const error = ((raised[k] as number) / total - (LABELS[k] === label ? 1 : 0)) * weight * stress;
			for (const { row, scale } of rows) {
				const slope = error * scale + L2 * (weights[row + k] as number);
				squares[row + k] = (squares[row + k] as number) + slope * slope;
				weights[row + k] =
					(weights[row + k] as number) - (LEARNING_RATE * slope) / Math.sqrt(squares[row + k] as number);
			}
		}
	}

	function kept(name: string, row: number): [string, number[]][] {
		const own = [...weights.subarray(row * width, (row + 1) * width)].map((weight) => Math.round(weight * 100));
		return own.some((weight) => Math.abs(weight) >= SMALLEST_WEIGHT * 100) ? [[name, own]] : [];
	}
}

/** Features that several sentences share; what stands in one only is learnt by heart and tells nothing. */
function indexOf(examples: readonly Case[]): ReadonlyMap<string, number> {
	const seen = new Map<string, number>();
	for (const { features } of examples) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
	return new Map([...seen].filter(([, count]) => count >= FEWEST_SENTENCES).map(([name], at) => [name, at]));
}

/** One feature a line, so that a change of the model can be read. */
function print({ labels, weights }: ModelData): string {
	const lines = Object.entries(weights)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, row]) => `\t\t${JSON.stringify(name)}: [${row.join(",")}]`);
	return `{\n\t"labels": ${JSON.stringify(labels)},\n\t"weights": {\n${lines.join(",\n")}\n\t}\n}\n`;
}

function measure(file: string, trained: ModelData): void {
	const model = modelOf(trained);
	const confusion = new Map<string, number>();
	const right = { all: 0, binds: 0, hit: 0, claimed: 0, true: 0 };
	const sentences = readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as { text: string; label: string });
	for (const { text, label } of sentences) {
		const { likely, label: said } = model.judge(read(text));
		const binds = likely("commits") + likely("instructs") >= 0.5;
		const truly = label === "commits" || label === "instructs";
		confusion.set(`${label} read as ${said}`, (confusion.get(`${label} read as ${said}`) ?? 0) + 1);
		if (label === said) right.all += 1;
		if (binds === truly) right.binds += 1;
		if (binds && truly) right.hit += 1;
		if (binds) right.claimed += 1;
		if (truly) right.true += 1;
	}
	const share = (part: number, whole: number) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
	console.log(`${file}: ${sentences.length} sentences`);
	console.log(`  label ${share(right.all, sentences.length)}, binds or not ${share(right.binds, sentences.length)}`);
	console.log(`  precision ${share(right.hit, right.claimed)}, recall ${share(right.hit, right.true)}`);
	for (const [pair, count] of [...confusion].sort()) console.log(`  ${String(count).padStart(4)}  ${pair}`);
}
