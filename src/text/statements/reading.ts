/** One sentence read by itself: what it is, how surely, in whose name, and by which words. */
import type { Statement } from "../../facts/facts.ts";
import { type FoundCue, isGround } from "./cues.ts";
import { deniesCouncil } from "./denial.ts";
import { type Features, featuresOf } from "./features.ts";
import { classOf } from "./lexicon.ts";
import stored from "./model.json" with { type: "json" };
import { type Label, type ModelData, modelOf } from "./model.ts";
import { type CouncilNames, wordsOf } from "./words.ts";

export interface Reading {
	readonly sentence: string;
	/** Its words, as {@link wordsOf} gives them. */
	readonly line: string;
	readonly label: Label;
	/** Between 0 and 1: how likely the sentence, taken alone, commits or instructs somebody. */
	readonly binding: number;
	readonly force: Statement["force"];
	readonly voice: Statement["voice"];
	readonly status: Statement["status"];
	readonly councilResource: boolean;
	readonly addressee?: string;
	readonly because: readonly string[];
}

const model = modelOf(stored as ModelData);

const SHOWN_REASONS = 3;
const SHOWN_WORDS = 60;
const OWN_NAMES: CouncilNames = { names: [] };

const COUNCIL_WORDS = / #council | on (?:our|#council 's?) behalf | in our name | fullcouncil /;
const PARTY =
	/\b(?:labour|conservative|liberal democrat|green party|plaid|snp|party|branch|political group|our group|the group|candidate)\b/;
/** Somebody else's account: what is charged there was not ordered for the council. */
const CHARGED_ELSEWHERE =
	/\b(?:charge|invoice|bill|send|put|account)\b[^.]* (?:to|on|with) (?:the |my |our )?(?:branch|party|shop|club|trust|church|pcc|school|company|firm|farm|business|charity|society|association|card|home)\b|\bfor (?:the|my|our) (?:[a-z]+ )?(?:party|branch|campaign|shop|business|garden centre|farm|firm|company)\b/;
const OTHER_BODY = "another body";
const RESOURCE_CLASSES = new Set(["MONEYN", "ASSET", "STAFF", "AUTH"]);
const ASSENT_WORDS = 6;

/** Reads a sentence; `own` are the council's names, so that the bare place name counts as the council. */
export function readSentence(sentence: string, own: CouncilNames = OWN_NAMES): Reading {
	const words = wordsOf(sentence, own);
	const features = featuresOf(words);
	const { label, likely } = model.judge(features.names);
	const commits = likely("commits");
	const instructs = likely("instructs");
	const binding = (commits + instructs) * footing(sentence, words.line, features);
	const addressee = addressed(sentence);
	return {
		sentence,
		line: words.line,
		label,
		binding,
		force: forceOf(label, commits >= instructs, features.cues, words.words),
		voice: voiceOf(label, words.line, features.cues),
		status: statusOf(label, sentence),
		councilResource: hasResource(words.words, words.line),
		...(addressee === undefined ? {} : { addressee }),
		// Most sentences bind nobody, and nobody asks for their reasons.
		get because() {
			return reasons(features.cues, features.moods, binding >= 0.5);
		},
	};
}

/** What a sentence without a binding word, or a question that asks for no deed, keeps of its likelihood. */
const GROUNDLESS = 0.75;
const ASKED_DEED =
	/^ (?:(?:and|so|please|now|then|ok|yes|hi|hello|[a-z]+ ,|,|-) )*(?:can|could|will|would) (?:you|we|i|your|#name)\b/;

function footing(sentence: string, line: string, { cues, moods }: Features): number {
	const formed = moods.some((mood) => mood === "forbids" || mood === "verb first" || mood.startsWith("imperative"));
	if (/\?\s*$/.test(sentence) && !ASKED_DEED.test(line)) return GROUNDLESS;
	return formed || cues.some(isGround) ? 1 : GROUNDLESS;
}

function forceOf(
	label: Label,
	commits: boolean,
	cues: readonly FoundCue[],
	words: readonly string[],
): Statement["force"] {
	if (label === "request") return "requests";
	const assents = cues.some(({ name }) => name === "it's agreed" || name === "yes");
	if (assents && words.length <= ASSENT_WORDS && (label === "commits" || label === "instructs")) return "assents";
	return commits ? "commits" : "instructs";
}

function voiceOf(label: Label, line: string, cues: readonly FoundCue[]): Statement["voice"] {
	const body = cues.some(({ name }) => name === OTHER_BODY);
	if (label === "personal") return body ? (PARTY.test(line) ? "party" : "other-body") : "personal";
	if (deniesCouncil(line)) return body && PARTY.test(line) ? "party" : "personal";
	if (COUNCIL_WORDS.test(line)) return "council";
	if (label === "instructs" && CHARGED_ELSEWHERE.test(line)) return PARTY.test(line) ? "party" : "other-body";
	if (body && /\bas (?:a |an |the )?(?:chair|treasurer|secretary|trustee|governor|president|owner)/.test(line))
		return "other-body";
	return "unclear";
}

function statusOf(label: Label, sentence: string): Statement["status"] {
	if (label === "negated" || label === "conditional" || label === "reported") return label;
	if (label === "request") return sentence.includes("?") ? "question" : "plain";
	return "plain";
}

function hasResource(words: readonly string[], line: string): boolean {
	if (/ #(?:council|money) /.test(line)) return true;
	return words.some((word) => RESOURCE_CLASSES.has(classOf(word) ?? ""));
}

/** "Steve - have the gate open by 7": the person at whom the sentence is aimed. */
function addressed(sentence: string): string | undefined {
	const match =
		/^\s*(?:and |please |yes |ok |thanks |hi |hello )?(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?)\s*(?:,|:|\s[-–—])\s*\p{L}/u.exec(
			sentence,
		);
	const name = match?.[1];
	if (name === undefined || classOf(name.toLowerCase()) !== undefined || NOT_NAMES.has(name.toLowerCase()))
		return undefined;
	return name;
}

const NOT_NAMES = new Set(
	`yes no ok okay right well so then now please thanks sorry also however meanwhile otherwise finally first next indeed
	personally frankly agreed done fine sure absolutely certainly great good lovely alas anyway again today tomorrow
	monday tuesday wednesday thursday friday saturday sunday unfortunately happily clearly obviously perhaps maybe
	subject regards cheers hello hi dear evening morning afternoon all both everyone council members`.split(/\s+/),
);

/** Cues first, because they have names; the mood where there is no cue. */
function reasons(cues: readonly FoundCue[], moods: readonly string[], binds: boolean): readonly string[] {
	const ranked = cues
		.map((cue) => ({ cue, pull: model.pull(`c:${cue.name}`) * (binds ? 1 : -1) }))
		.sort((a, b) => b.pull - a.pull)
		.slice(0, SHOWN_REASONS)
		.map(({ cue }) => `${cue.name}: "${plain(cue.words).slice(0, SHOWN_WORDS)}"`);
	if (ranked.length > 0) return ranked;
	return moods.length > 0 ? [`form: ${moods[0]}`] : ["wording"];
}

/** Tokens back into words, for people. */
function plain(words: string): string {
	return words
		.replaceAll("#council", "the Council")
		.replaceAll("#outer", "another authority")
		.replace(/#(?:money|num|day|name|mail)/g, "…")
		.replace(/ ([,;:.!?])/g, "$1")
		.replace(/^[,;:.!? -]+/, "");
}
