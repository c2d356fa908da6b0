/** Words by which a message, or a document attached to it, is itself a report, a briefing or advice. */
import { asFarAsRead } from "../as-far-as-read.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";

export interface BriefingText {
	readonly subject: string;
	/** What the sender wrote. */
	readonly authored: string;
	/** Attached documents; pictures and cards of the signature are none. */
	readonly documents: readonly { readonly name: string; readonly text?: string }[];
}

export interface Gives {
	/**
	 * offer: "here is the report"; advice: "my advice is"; subject and document by their titles; weighs: choices and costs;
	 * substance: something of them, which is a briefing only for readers who wanted one.
	 */
	readonly by: "offer" | "advice" | "subject" | "document" | "weighs" | "substance";
	readonly quote: string;
}

/** What officers write when they write more than a bare fact. */
export const PAPER =
	"(?:reports?|briefings?|(?<!ballot |nomination |headed |on |of |news)papers?(?! (?:cop|clip|version|size|form))|advice|guidance|appraisals?|assessments?|analys[ie]s|costings?|evaluations?|summar(?:y|ies)|breakdowns?|comparisons?|overviews?|memos?|memorandum|opinion|dossiers?|write-?ups?|fact ?sheets?|projections?|forecasts?|figures|pros and cons|(?:briefing|advice|advisory|background|options|position|short|brief|factual|explanatory|technical|detailed|costed|longer|further|legal|page|two-page|covering) (?:notes?|sheets?|documents?)|notes? (?:on|about|setting|which sets|that sets|you|of the options)|pages (?:on|about|of)|alternatives|choices|options|adroddiad|papur briffio|nodyn briffio)";

const PAPER_WORD = new RegExp(`\\b${PAPER}\\b`, "iu");
const AT_HAND =
	/\b(?:attach(?:ed|ing|ment)?|i (?:attach|enclose)|enclosed|appended|below|herewith|here(?:'s| is| are|,)|please find|dyma|ynghlwm)\b/iu;
const OFFERED =
	/\bas (?:promised|requested|agreed|discussed)\b|\b(?:has|had|have|you|group|she|he|they|\p{Lu}[\p{L}'-]+)(?:'d)? (?:asked|requested|wanted|wished)(?: (?:me|us|the office))?(?: for\b| to\b| how\b| whether\b| about\b| what\b| why\b|,|:)|\b(?:at|on) (?:your|the|his|her|their)(?: \p{L}+){0,3}(?:'s)? request\b|\b(?:i|we)(?:'ve| have)?(?: now| just| also| since)? (?:prepared|put together|drawn up|drew up|written|wrote|drafted|produced|set out|compiled|pulled together|worked (?:up|out)|done|made|finished|completed|summari[sz]ed|outlined|gathered|assembled|costed|looked into)\b|\bsets? out\b|\bthis (?:is|gives|note|paper|report|briefing|memo)\b|\bprepared (?:for|at|by)\b/iu;
const ADVICE =
	/\b(?:my|our|the clerk's|officers') (?:\w+ )?(?:advice|recommendation|opinion|assessment|view)s? (?:is|are|was|would|remains?|to (?:you|the group|members))\b|\b(?:i|we)(?:'d| would| should| must| have to| do| can only| could)?(?: strongly| also| therefore| still| only)? (?:advise(?! (?:you )?(?:that )?the (?:office|room|meeting|hall))|recommend|caution|counsel)\b|\bin my (?:professional )?(?:view|opinion|judge?ment)\b|\byou (?:are|would be|will be|might be) (?:well |best |better )?advised\b|\bthe (?:legal|procedural|strict|present|formal) position is\b/iu;

/** A text of the readers' own for the council's meeting. */
const MOVED = /\b(?:amendments?|motions?|counter-? ?(?:proposals?|motions?)|alternative budgets?|reference back)\b/iu;
/** What an adviser says of such a text; two kinds of it are advice, one is a matter of form. */
const ASSESSES: readonly RegExp[] = [
	/\b(?:must|may not|cannot|can't|standing orders? \d|in order|out of order|lawful(?:ly)?|legally|certif(?:y|ied)|ultra vires|procedurally|negates?|binds?)\b/iu,
	/\b(?:would|will) (?:need|have to|take|fall|fail|mean|require|conflict|cost|leave|not (?:do|stand|balance))\b|\b(?:conflicts?|contradicts?|counts? as|counted twice|overlaps?|is (?:short|unclear|ambiguous))\b/iu,
	/£ ?\d|\b(?:reserves|savings?|the cap|funding|precept|contingency)\b/iu,
	/\bi (?:suggest|propose|would (?:word|put|draft|drop))|\b(?:simplest|quicker|safer|better|wiser)\b|\byou (?:could|may|might) (?:either|move|word|put|drop|find)|\bas you (?:have|'ve) (?:drafted|worded|put|written)\b/iu,
];

/** What makes an enclosure more than a paper passed on: it was made for its readers, or works something out. */
const MADE_FOR =
	/\bfor (?:the|your) (?:[\p{L}'-]+ ){0,3}(?:group|party|members|amendment|motion|manifesto|budget|debate)\b|\byour (?:own |draft |alternative |budget |proposed )*(?:amendment|motion|manifesto|alternative|debate|discussion)s?\b|\b(?:worked|working) (?:through|up|out)\b|\b(?:setting out|showing|explaining|comparing|illustrating|with (?:the |my |some )?(?:sums|costs|workings|implications|likely cost))\b/iu;
/** Papers that exist without the readers. */
const ORDINARY_PAPER =
	/\b(?:letters?|photo\w*|keys?|certificates?|posters?|cards?|badges?|pictures?|recordings?|contact|names?|rotas?|press|cop(?:y|ies) of|link|routes?|directions|programme|order of|menu|dates|times|timetable|tickets?)\b/iu;
const ANSWERS_THEM =
	/\banswers? to (?:your|the group's|all your) (?:\w+ )?questions\b|^(?:some |a (?:little|bit of) )?background (?:on|to|about)\b|\b(?:a few|some) thoughts (?:on|about|ahead|before|for)\b/iu;
const SETS_OUT =
	/\bi (?:set out|outline|summari[sz]e|explain|list|give) (?:below|here|what|where|how|the)\b|\b(?:set out|outlined|summari[sz]ed) below\b/iu;

/** Denied, or not there yet. */
const DENIED =
	/\b(?:not|no|never|cannot|unable|nor|neither|without|decline\w*|refuse\w*|rather than|instead of|kept away from|stop short of)\b[^.;:,]{0,50}$|n't\b[^.;:,]{0,50}$/iu;
const NOT_READY =
	/\b(?:is|are|was|were)(?: not|n't)(?: yet| quite| now)? (?:attached|ready|finished|available|complete|written)|\bto follow\b|\bnot yet\b/iu;
const FUTURE =
	/(?:\b(?:will|shall|would|could|can|may|hope|hoping|aim|intend|plan|going|able|happy|glad|willing|try) |'ll |'d )(?:\w+ ){0,4}(?:send|prepare|let|circulate|provide|draft|follow|write|produce|give|get|bring|present|submit|be (?:sent|ready|with|made|prepared))\b|\b(?:is|are) due\b/iu;
/** The sender wants one, or speaks of one that is the reader's own. */
const WANTED =
	/\b(?:please|kindly|could you|can you|would you|will you|grateful)\b[^.?]{0,40}\b(?:send|let me have|give me|provide|submit|prepare|return|write)\b|\byour (?:own |ward |annual |monthly |written )*(?:reports?|advice|opinion|summary|assessment|paper)\b/iu;
/** What everybody has, or may read, was not given to one group. */
const WITH_EVERYBODY =
	/\b(?:circulated|sent|issued|given|e-?mailed|copied|going|gone) (?:out )?to (?:all|every|each|everyone|the (?:full|whole))\b|\ball (?:the )?(?:members|councillors|groups|of you|parties) (?:have|had|has|received|got|were sent)\b|\b(?:published|publicly|public domain|on (?:the|our) website|agenda pack|council pack)\b/iu;

const TITLE =
	/\b(?:briefing|options|advice|(?<!annual |ward |mayor's |police |progress )reports?(?! (?:deadline|template|back))|(?:discussion|position|background|options) (?:paper|note)|paper|appraisal|analysis|costings?|guidance|implications|assessment|evaluation|comparison)\b/iu;
const NO_PAPER =
	/\b(?:agendas?|minutes|invoices?|forms?(?! of words)|calendars?|diary|rota|leaflets?|fl[iy]ers?|posters?|invitations?|bookings?|receipts?|templates?|newsletters?|rotas?|tickets?|maps?|logos?)\b/iu;

/** What weighs a decision; two kinds of it make more than a bare fact. */
const WEIGHTS: readonly RegExp[] = [
	/\b(?:options|choices?|alternatives?|courses of action)\b/iu,
	/£ ?\d[\s\S]*£ ?\d/u,
	/\b(?:standing orders? \d|section \d+|schedule \d+|the \d{4} act|regulations|national policy|case law|ultra vires)/iu,
	/\b(?:the )?council (?:can|may|could|must|might|would|is (?:obliged|bound|free|entitled))\b|\b(?:obliges|binds|entitles) (?:us|the council|council)\b/iu,
	/\b(?:advantages?|drawbacks?|disadvantages?|risks?|implications|consequences|pitfalls)\b/iu,
	/\b(?:saves?|savings?|raises?|would cost|costs? (?:about|some|around|£)|per year|a year|over (?:five|ten|\d+) years)\b/iu,
];
const WEIGHTS_NEEDED = 2;
const WEIGHED_WORDS = 40;
/** The same more widely, for readers who are known to have wanted advice, or to be a group. */
const SUM = "(?:£ ?\\d|\\d ?%|\\d per cent|\\b(?:hundred|thousand|million)\\b)";
const WIDER_WEIGHTS: readonly RegExp[] = [
	/\b(?:options|choices?|alternatives?|scenarios?|either|three ways|two ways|courses? of action)\b/iu,
	new RegExp(`${SUM}[\\s\\S]*${SUM}`, "iu"),
	/\b(?:standing orders? \d|section \d+|s\. ?\d{2,}|schedule \d+|the \d{4} act|regulations|policy|case law|ultra vires|(?:no |the |general |a )powers?(?: of competence)?\b|(?:un)?lawful\w*|statut\w+|legally|judicial review|break clause|leases?\b|licen[cs]e\b|covenants?|secretary of state|freehold|clauses? \d|compulsory purchase|by-?laws?|conservation area|tenancy|contract)/iu,
	/\b(?:council|district|county|mayor|chair|committee|trust|club|members|motion|we|you|it)(?: \w+ly| also| only| then)? (?:cannot|can(?! you)|may|could|must|might|would (?:have|need|be|cost|lose|save)|(?:is|are) (?:obliged|bound|free|entitled)|ha(?:s|ve) (?:no|a|the) (?:power|duty|right))\b/iu,
	/\b(?:advantages?|drawbacks?|disadvantages?|risks?|implications|consequences|pitfalls|for and against|on the other hand)\b/iu,
	/\b(?:saves?|savings?|saving|raises?|would (?:cost|bring|lose|add)|costs?|loses?|loss(?:es)?|per year|a year|over (?:five|ten|\d+) years|(?:around|about|some|roughly) £ ?\d[\d,]*|likely to be (?:around|about))\b/iu,
	/\bi (?:would|should)(?: not|n't)? (?:rely|keep|avoid|press|hold|leave|suggest|argue|expect|advise|recommend|be (?:wary|cautious|careful))\b|\bi (?:doubt|suggest)\b|\bmy (?:own )?(?:inclination|instinct|feeling|reading)\b/iu,
	/\b(?:figures|numbers|sums|costs|answers) (?:that )?you (?:asked|wanted|requested)|\byour (?:own |draft |alternative |budget |proposed )*(?:amendment|motion|manifesto)s?\b/iu,
	/^\s*1[.)] [\s\S]*^\s*2[.)] /mu,
];
const SUBSTANCE_WORDS = 18;
/** A shorter sentence greets, or says for whom it is. */
const OPENING_WORDS = 5;
/** A group's own housekeeping, which is nobody's business but its members'. */
const HOUSEKEEPING =
	/\b(?:rooms?(?: hire| booking)?|booking|seats? (?:on|of)|places? (?:on|to fill)|nominat(?:e|es|ing|ed|ions? (?:for|to|by))\b|vacanc\w+|allowances?|mileage|expenses|log(?:ging)? (?:in|on)|passwords?|tablets?|laptops?|rsvp|invitations?|training|courses?|christmas (?:meal|lunch|party)|order of (?:the )?(?:parade|service)|hire charges?)\b/iu;
const TITLED_WORDS = 30;
/** A document says at its head what it is. */
const HEAD_CHARACTERS = 300;

/** The words that make it a report, a briefing or advice; undefined for a bare fact, an announcement or a refusal. */
export function givesBriefing({ subject, authored, documents }: BriefingText): Gives | undefined {
	const text = readable(asFarAsRead(authored));
	for (const sentence of sentencesOf(text)) {
		if (offers(sentence)) return { by: "offer", quote: evidenceQuote(sentence) };
		const advice = ADVICE.exec(sentence);
		if (advice !== null && !DENIED.test(sentence.slice(0, advice.index)) && !sentence.endsWith("?"))
			return { by: "advice", quote: evidenceQuote(sentence, advice.index) };
	}
	const about = `${readable(subject)}\n${text}`;
	if (MOVED.test(about) && ASSESSES.filter((one) => one.test(text)).length >= WEIGHTS_NEEDED)
		return { by: "advice", quote: evidenceQuote(text) };
	const document = documents.find(isPaper);
	if (document !== undefined) return { by: "document", quote: evidenceQuote(document.name) };
	const words = text.split(/\s+/u).length;
	const title = readable(subject);
	if (words >= TITLED_WORDS && !/^\s*(?:re|aw|ateb)\s*:/iu.test(title) && TITLE.test(title) && !NO_PAPER.test(title))
		return NOT_READY.test(text) ? undefined : { by: "subject", quote: evidenceQuote(title) };
	const weighs = words >= WEIGHED_WORDS && WEIGHTS.filter((one) => one.test(text)).length >= WEIGHTS_NEEDED;
	if (weighs) return { by: "weighs", quote: evidenceQuote(text) };
	return hasSubstance(text, title, documents) ? { by: "substance", quote: evidenceQuote(text) } : undefined;
}

function hasSubstance(text: string, title: string, documents: BriefingText["documents"]): boolean {
	const opening = sentencesOf(text).find((sentence) => sentence.split(/\s+/u).length >= OPENING_WORDS) ?? text;
	if (HOUSEKEEPING.test(`${title} ${opening}`) || NOT_READY.test(text) || WITH_EVERYBODY.test(text)) return false;
	// Whoever asks his readers something does not advise them.
	if (/\?\s*$/mu.test(text)) return false;
	const kinds = (words: string): number => WIDER_WEIGHTS.filter((one) => one.test(words)).length;
	if (text.split(/\s+/u).length >= SUBSTANCE_WORDS && kinds(text) >= WEIGHTS_NEEDED) return true;
	return documents.some(
		(file) => file.text !== undefined && !NO_PAPER.test(file.name) && kinds(file.text) >= WEIGHTS_NEEDED,
	);
}

function offers(sentence: string): boolean {
	const paper = PAPER_WORD.exec(sentence);
	const atHand = AT_HAND.test(sentence);
	if (paper === null) return offersUnnamed(sentence, atHand);
	if (!atHand && !OFFERED.test(sentence)) return false;
	if (DENIED.test(sentence.slice(0, paper.index)) || NOT_READY.test(sentence) || WITH_EVERYBODY.test(sentence))
		return false;
	return atHand ? !WANTED.test(sentence) : !sentence.endsWith("?") && !FUTURE.test(sentence) && !WANTED.test(sentence);
}

/** "Attached are the three cases, worked through for your group": an enclosure made for its readers, of whatever name. */
function offersUnnamed(sentence: string, atHand: boolean): boolean {
	const given = ANSWERS_THEM.test(sentence) || SETS_OUT.test(sentence) || (atHand && MADE_FOR.test(sentence));
	if (!given || sentence.endsWith("?") || NOT_READY.test(sentence) || WITH_EVERYBODY.test(sentence)) return false;
	return !NO_PAPER.test(sentence) && !ORDINARY_PAPER.test(sentence) && !WANTED.test(sentence) && !FUTURE.test(sentence);
}

function isPaper({ name, text }: BriefingText["documents"][number]): boolean {
	const title = name.replace(/\.\w{2,5}$/u, "").replace(/[_-]+/gu, " ");
	if (NO_PAPER.test(title)) return false;
	return TITLE.test(title) || (text !== undefined && TITLE.test(readable(text.slice(0, HEAD_CHARACTERS))));
}
