/** Whether a text does nothing but thank, praise or wish well. */
import { sentences } from "./sentences.ts";

const COURTESY =
	/\b(?:thanks?|thank you|ta|cheers|grateful|diolch|much appreciated|appreciate (?:it|that|this)|well done|good (?:job|work|morning|afternoon|evening)|lovely|wonderful|splendid|brilliant|great|marvellous|perfect|excellent|star|treat|hero|happy (?:christmas|new year|easter|birthday)|best wishes|kind regards|have a (?:good|nice|lovely|great)|congratulations|delighted|pleased|enjoy(?:ed)?|spelled right|looked?)\b/iu;
/** Short exclamations and greetings carry no matter of their own. */
const SLIGHT_WORDS = 4;

export function isPlainThanks(authored: string): boolean {
	const all = sentences(authored).filter(({ text }) => /\p{L}/u.test(text));
	if (all.length === 0 || !all.some(({ text }) => COURTESY.test(text))) return false;
	return all.every(
		({ text }) => !text.includes("?") && (COURTESY.test(text) || text.split(/\s+/u).length <= SLIGHT_WORDS),
	);
}
