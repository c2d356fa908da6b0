/**
 * Whether a sentence binds the council, read in its letter: "Go ahead, Dave" tells nothing alone, and everything as the
 * answer to a contractor's price.
 */
import { QUOTE_LENGTH, type Statement } from "../../facts/facts.ts";
import type { Setting } from "../letters/letter-setting.ts";
import { advises, givesOwnMoney, tellsBusiness, tellsOffer, waitsForWord } from "./advice.ts";
import { BINDING, statementOf } from "./classify.ts";
import type { Reading } from "./reading.ts";

/** Where little around it speaks for the council, the sentence itself must be plain. */
const PLAINLY_BINDING = 0.8;
const LIKELY_BINDING = 0.5;
/** In a letter that argues a case, pleas and reasons look like orders and promises. */
const STANDS_OUT = 0.7;
const SURELY_BINDING = 0.93;

/** `toInsider`: the sentence turns by name to one of the council's own people. */
export function settle(reading: Reading, setting: Setting, toInsider: boolean): Statement {
	const [binds, why] = verdict(reading, setting, toInsider);
	const because = [...reading.because, ...(why === "" ? [] : [why])].map((reason) => reason.slice(0, QUOTE_LENGTH));
	return statementOf(reading, binds, because);
}

function verdict(reading: Reading, setting: Setting, toInsider: boolean): [Statement["binds"], string] {
	const { binding, voice, status } = reading;
	if (binding < BINDING || status !== "plain") return ["no", ""];
	if (toInsider) return ["no", "turned to one of the council's own people"];
	if ((reading.force === "instructs" && advises(reading.line)) || waitsForWord(reading.line))
		return ["no", "advice, or a word to wait"];
	if (givesOwnMoney(reading.line)) return ["no", "the writer's own money"];
	if (tellsOffer(reading.line)) return ["no", "somebody else's offer"];
	if (tellsBusiness(reading.line)) return ["no", "the course of business"];
	const elsewhere =
		setting.capacity === "personal" || setting.capacity === "party" || setting.capacity === "other-body";
	if (voice === "personal" || voice === "party" || voice === "other-body") return ["no", "not in the council's name"];
	if (elsewhere && (voice !== "council" || binding < PLAINLY_BINDING))
		return ["no", "the letter speaks for somebody else"];
	if (setting.payer === "somebody else" && !gives(reading) && (voice !== "council" || binding < PLAINLY_BINDING))
		return ["no", "somebody else pays"];
	if (setting.festive && reading.force === "instructs" && voice !== "council") return ["no", "a courtesy"];
	if (setting.guarded && binding < SURELY_BINDING) return ["no", "the letter says that nothing is settled"];
	if (setting.courtesy && binding < PLAINLY_BINDING) return ["no", "a courtesy"];
	if (setting.representation && reading.force === "instructs") return ["no", "a plea to government or parliament"];
	if ((setting.official || setting.representation) && binding < STANDS_OUT)
		return ["no", "a stand that the council takes"];
	const spoken = voice === "council" || setting.capacity === "council";
	const needed = neededMarks(binding, spoken, reading.councilResource) + doubts(reading, setting, spoken);
	return setting.marks >= needed ? ["yes", setting.because[0] ?? ""] : ["unclear", ""];
}

/** An imperative by its form alone, or a sentence of a long essay, needs more around it. */
function doubts(reading: Reading, setting: Setting, spoken: boolean): number {
	// "Get it in by Friday and bring photos": who trades with nobody helps his reader on.
	if (!setting.answersOffer && setting.payer === undefined && byFormAlone(reading) && !isSureOrder(reading))
		return Number.POSITIVE_INFINITY;
	if (spoken) return 0;
	const formAlone = !reading.councilResource && byFormAlone(reading);
	return (formAlone ? 1 : 0) + (setting.long && reading.binding < SURELY_BINDING ? 1 : 0);
}

/** How much around a sentence must speak for council business before it counts: less, the plainer the sentence is. */
function neededMarks(binding: number, spoken: boolean, councilResource: boolean): number {
	if (binding >= SURELY_BINDING && councilResource) return 0;
	if (binding >= PLAINLY_BINDING) return spoken ? 0 : 1;
	if (binding >= LIKELY_BINDING) return spoken ? 1 : 2;
	return spoken ? 3 : 4;
}

const GIVING =
	/^(?:you may have it|no charge|it is yours|it is granted|staff are sent|you will have it|notice is given)/;

/** What is given, lent or let is not bought, whoever pays for something else. */
function gives(reading: Reading): boolean {
	return reading.force === "commits" && reading.because.some((reason) => GIVING.test(reason));
}

function byFormAlone({ because, voice }: Reading): boolean {
	return voice !== "council" && because.every((reason) => reason.startsWith("form:"));
}

/** "Clear plot 9 by the end of the month": about what is the council's, and beyond doubt. */
function isSureOrder({ binding, councilResource }: Reading): boolean {
	return councilResource && binding >= SURELY_BINDING;
}
