/**
 * Whether a mail deals with its writer's own affairs: an order for a daughter's wedding, from a council address and over
 * an ordinary signature. Own money, home and family tell it, where nothing of the council stands in the mail.
 */
import { commonMatters, councilMatters } from "./letter-matters.ts";

export interface PrivatePlace {
	readonly subject: string;
	/** What was written, without the signature. */
	readonly text: string;
	/** What it answers, or "". */
	readonly answered: string;
	/** One of the council's own people receives it too. */
	readonly insiders: boolean;
}

const KIN =
	"(?:husband|wife|other half|hubby|missus|partner|fianc[ée]e?|daughter|son|lad|lass|mum|mam|mother|dad|father|parents?|sister|brother|grand(?:son|daughter|children|kids|child|ma|ad|father|mother)|gran|nan|nain|taid|kids|children|family|in-?laws|(?:mother|father|sister|brother|son|daughter)-in-law|nephew|niece|aunt(?:ie)?|uncle|cousin)";
const OCCASION =
	"(?:wedding|\\d{1,3}(?:st|nd|rd|th)\\b(?! of)|(?:eighteenth|twenty-first|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth)|birthday|christening|baptism|engagement|hen (?:do|night|party)|stag (?:do|night|party)|baby shower|honeymoon|silver wedding|golden wedding)";
const HOME =
	"(?:house|home|kitchen|bathroom|shower|bedroom|lounge|living room|dining room|loft|conservatory|bungalow|cottage|front door|extension|drive(?:way)?|caravan|dog|cat)";
const BELONGINGS =
	"(?:car|van|garden|lawn|shed|garage|greenhouse|patio|roof|gutters?|chimney|boiler|windows?|fence|hedge|carpet|sofa|washing machine|horse|pony|bike|hair|teeth|prescription)";
const OWN = "(?:(?:own|joint|personal|private|credit|debit|bank|savings?|current) )";
const PURSE = "(?:account|card|pocket|savings|money|bank|purse|cheque ?book|visa|mastercard|paypal)";
const I_WILL =
	"\\bI(?:'ll| will| can|'m going to| shall| am going to)(?: then| also| just| gladly| happily| of course)?";

/** Each tells by itself. */
const PLAIN: readonly RegExp[] = [
	new RegExp(
		`\\b(?:from|out of|with|on|to|by|using|off) (?:my ${OWN}*${PURSE}|our (?:own|joint|personal) ${OWN}*${PURSE})\\b`,
		"iu",
	),
	/\b(?:bill|invoice|charge) me (?:personally|privately|at home|direct)\b|\b(?:bill|invoice|receipt|ticket)\b[^.!?]{0,30} (?:to me (?:personally|at home|privately)|to (?:my|our) (?:home|house|own address)|at home)\b|\bworking from home\b/iu,
	new RegExp(`\\b(?:my|our)(?: (?:own|new|old|little|back|front|spare|upstairs))? ${HOME}\\b`, "iu"),
	new RegExp(`\\bmy(?: (?:own|new|old|little|back|front))? ${BELONGINGS}\\b`, "iu"),
	new RegExp(
		`\\b(?:[Mm]y|[Oo]ur) (?:${KIN}(?:'s|s') |own |eldest's |youngest's )?${OCCASION}|\\b(?:Mum|Dad|Mam|Gran|Nan|Grandma|Grandad)'s ${OCCASION}`,
		"u",
	),
	new RegExp(
		`\\b(?!(?:King|Queen|Majesty|Mayor|Town|Village|Council|Club|It|That|What|Saint|St)\\b)\\p{Lu}\\p{Ll}+'s? ${OCCASION}`,
		"u",
	),
	/\b(?:at|round|to) ours\b|\bfor us at home\b/iu,
];
/** Two of these tell as much as one of the others. */
const HINTS: readonly RegExp[] = [
	new RegExp(
		`${I_WILL} (?:pay|settle|transfer|bacs|square up|cough up|send (?:you )?(?:the|a) (?:deposit|cheque|balance|payment|money|cash)|put the (?:deposit|money|balance|payment)|do (?:a|the) (?:bank )?transfer|(?:bring|leave|drop|have) (?:you |off )?(?:the |some )?(?:cash|money|cheque)|give you (?:the |a )?(?:cash|money|cheque)|make the payment)`,
		"iu",
	),
	new RegExp(
		`\\b(?:[Mm]y|[Oo]ur) ${KIN}\\b|\\b(?:[Tt]he|[Bb]oth) (?:kids|grandchildren|grandkids|in-laws|bridesmaids?|happy couple|bride|groom)\\b|\\b(?:Mum|Dad|Mam|Gran|Nan|Grandma|Grandad)\\b`,
		"u",
	),
	/\bnext[- ]door\b|\bover the (?:garden )?(?:fence|wall)\b|\bmy (?:half|share|side|bit)\b|\bgo halves\b/iu,
	new RegExp(`${I_WILL}[^.!?]{2,40} and (?:pay|settle up|square up)\\b`, "iu"),
	/\b(?:bedroom|bathroom|en-?suite|lounge|stairlift|worktop|mattress|sofa|settee|wardrobes?|bridesmaids?|best man|big day|honeymoon|the vet|dentist|MOT|table for \w+|our table|holiday|fortnight|cottage|wedding|birthday|christening)\b/iu,
];
/** Money that comes back from the council is the council's. */
const COMES_BACK =
	/\bpetty cash\b|\bclaim (?:it|that|this|them|the \w+)? ?back\b|\bexpenses\b|\breimburs|\bpay me back\b|\b(?:get|have|claim) (?:it|that|the money) (?:back|off)\b|\brefund me\b/iu;
/** Whoever gives, lets or waives is not the customer. */
const GIVES =
	/\b(?:let|lend|give|offer) you\b|\byou (?:can|may|could) (?:have|use|keep|borrow)\b|\bfree of charge\b|\b(?:no|without) charge\b|\bwaiv(?:e|ed|ing)\b|\brefund you\b/iu;
/** Words for whom the council acts, beside its matters. */
const PUBLIC =
	/\b(?:committee|members|f[êe]te|carnival|parishioners?|villagers?|community|townspeople|public|volunteers|the (?:town|village|office|clerk|surgery))\b/iu;
/** Of the things that councils have like others, those that stand in every caterer's price. */
const ANYBODYS = new Set(["deposit", "generator", "marquee", "cones"]);
/** "Sorry for the delay, it was my daughter's wedding" says nothing of the matter. */
const SMALL_TALK =
	/(^|[.!?\n][ \t]*)(?:(?:so|very|many|really) )?(?:sorry|apologies|forgive|hope|hoping|thanks|thank you|lovely to|good to)\b[^.!?\n]*/giu;
const TITLE = /\b(?:cllr|councillor|cyng(?:horydd)?)\.?(?= \p{L})/giu;

/** The words that tell it; undefined where the mail may be the council's business. */
export function privateWords({ subject, text, answered, insiders }: PrivatePlace): string | undefined {
	if (insiders) return undefined;
	const own = text.replace(/[’‘]/g, "'");
	const all = `${subject}\n${own}\n${answered}`.replace(TITLE, "");
	if (councilMatters(all).length > 0 || PUBLIC.test(`${subject}\n${own}`) || COMES_BACK.test(own) || GIVES.test(own))
		return undefined;
	const told = own.replace(SMALL_TALK, "$1");
	const plain = PLAIN.flatMap((pattern) => pattern.exec(told)?.[0] ?? []);
	const hints = HINTS.flatMap((pattern) => pattern.exec(told)?.[0] ?? []);
	const common = commonMatters(all).filter((word) => !ANYBODYS.has(word)).length;
	const needed = common === 0 ? 1 : common === 1 ? 2 : 3;
	return plain.length * 2 + hints.length >= needed ? (plain[0] ?? hints[0]) : undefined;
}
