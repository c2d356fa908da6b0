/** Which confidence an officer's later mail lifts, where no thread joins the two. */

import type { Roster } from "../people/roster.ts";
import { topicWords } from "../text/enquiries/topic-words.ts";
import type { MessageFacts } from "./facts.ts";
import { allRecipients, receivedBy, senders, sentByOfficer } from "./recipients.ts";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** A confidence that was lifted longer ago is hardly passed on by virtue of it. */
const LOOKUP_WEEKS = 13;
/** "It is confidential no longer", without a word on what: the marked mail was a recent one. */
const UNNAMED_DAYS = 31;

/** Words of labels and of lifting: they tell no matter from another. */
const OF_CONFIDENCE =
	/\b(?:(?:strictly )?confiden\w*|in confidence|private|restricted|protected|secret\w*|sensitive|exempt|privileged|embargo\w*|public\w*|lift\w*|released?|marking|label|heading|longer|free|freely|whom?|whoever|anyone|anybody|everyone|shar\w+|discuss\w*|mention\w*|circulat\w+|pass\w*|forward\w*|tell|talk\w*|speak\w*)\b/giu;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ITEM = "(?:notes?|e-?mails?|mails?|messages?|letters?|memos?|papers?|reports?|briefings?)";
/** "my note of Tuesday", "Tuesday's e-mail", "my message of the 12th", "what I sent you on Tuesday". */
const NAMED_DAY = new RegExp(
	`\\b${ITEM} (?:of|from|dated|on|sent on) (?:last |the |this )?(\\w+)|\\b(\\w+day)'s ${ITEM}|\\b(?:wrote|told|sent|said|gave|asked)\\b[^.;:?!]{0,30}\\bon (?:last |the )?(\\w+)`,
	"iu",
);
const LAST_ONE = new RegExp(`\\bmy (?:last|previous|earlier|recent) ${ITEM}\\b|\\byesterday's ${ITEM}`, "iu");

/** Whether `lift`, in a fresh mail, speaks of `earlier`: by its matter, by its day, or by naming no other. */
export function liftSpeaksOf(lift: MessageFacts, earlier: MessageFacts): boolean {
	const said = `${lift.subject} ${lift.liftsConfidence ?? ""}`;
	const matters = topicsOf(said);
	const known = new Set(topicsOf(earlier.subject));
	if (matters.some((topic) => known.has(topic))) return true;
	const day = NAMED_DAY.exec(lift.liftsConfidence ?? "");
	const named = (day?.[1] ?? day?.[2] ?? day?.[3] ?? "").toLowerCase();
	if (isDayOf(earlier, lift, named)) return true;
	const age = (Date.parse(lift.date) - Date.parse(earlier.date)) / DAY_MS;
	if (age > UNNAMED_DAYS) return false;
	return LAST_ONE.test(said) || topicsOf(lift.subject).length === 0;
}

function topicsOf(text: string): readonly string[] {
	return topicWords(text.replace(OF_CONFIDENCE, " "));
}

function isDayOf({ date }: MessageFacts, lift: MessageFacts, named: string): boolean {
	const day = new Date(date);
	const weekday = WEEKDAYS.indexOf(named);
	const age = (Date.parse(lift.date) - Date.parse(date)) / DAY_MS;
	if (weekday >= 0) return day.getUTCDay() === weekday && age <= 2 * WEEK_DAYS;
	return /^\d/u.test(named) && Number.parseInt(named, 10) === day.getUTCDate() && age <= UNNAMED_DAYS;
}

/**
 * Keys by which an officer's lifting meets what those whom he told, or he himself, send outside in the weeks after.
 * Of officers' mail only what passes on the council's own words, as they write outside all day.
 */
export function liftKeys(facts: MessageFacts, roster: Roster): readonly string[] {
	const week = Math.floor(Date.parse(facts.date) / (WEEK_DAYS * DAY_MS));
	const sender = senders(facts, roster)[0];
	if (sender?.kind !== "officer" && sender?.kind !== "councillor") return [];
	const keys: string[] = [];
	if (facts.liftsConfidence !== undefined && sentByOfficer(facts, roster)) {
		const told = [...receivedBy(facts, roster)].filter((id) => roster.person(id, facts.date)?.role === "councillor");
		for (const id of told.length === 0 ? [] : [sender.person.id, ...told]) {
			for (let later = 0; later <= LOOKUP_WEEKS; later += 1) keys.push(`l${id}@${week + later}`);
		}
	}
	const outside = allRecipients(facts, roster).some(({ party }) => party.kind === "third-party");
	if (outside && (sender.kind === "councillor" || passesOn(facts, roster))) keys.push(`l${sender.person.id}@${week}`);
	return keys;
}

function passesOn(facts: MessageFacts, roster: Roster): boolean {
	return facts.contained.some(({ from, to }) => {
		const at = (address: string | undefined): string | undefined =>
			address === undefined ? undefined : roster.party(address, facts.date).kind;
		return at(from[0]?.address) === "officer" && to.some(({ address }) => at(address) === "councillor");
	});
}
