/**
 * The words that carry a message's matter, cut to their stems: two mails on one matter share some of them, whoever
 * wrote them and under whatever subject.
 */
import { wordsOf } from "../normalise.ts";

/** Words of any English or Welsh letter, and of any council's correspondence: they tell no matter from another. */
const EVERYDAY = new Set(
	`a able about above absolutely accept according ach across act action actually add additional afraid after
	afternoon again against ago agree agreed ah ahead all allow almost along already also although always am amongst
	among an and annwyl another answer answers any anybody anyone anything anyway apart apologies apologise appear
	appreciate appreciated appropriate approve are area around arrange as ask asked asking at attach attached attend
	available aware away awful back bad be bear because become been before began begin behind being believe below best
	better between big bit both bother break brief briefly bring brought business but by bye call called came can cannot
	cant care carry case cause cc certain certainly chair chairman chance change chase chasing check cheers clarify
	clear clearly clerk cllr close cofion come comes coming comment comments committee complete completely concern
	concerned concerning concerns confirm consider contact continue copied copy correct could couldnt council councillor
	councillors councils couple course current currently cyng date day days deal dear decide decision definitely depend
	department deputy detail details did didnt diolch discuss discussed do does doesnt doing done dont down due during
	each earlier early easily either else email emails end enough enquiry enquiries ensure entire especially etc even
	evening ever every everybody everyone everything exactly excellent except expect explain extra eye fact fair fairly
	far feel few figure figures final finally find fine first five fixed follow following for forget forward found four
	friday from front full fully further future fyi gave general generally get gets getting give given gives giving glad
	go goes going gone good got gwell grand grateful great gyda had half hand happen happened happening happy hard has
	hasnt hate have havent having he hear heard hello help helpful hence her here hes hi him himself his hold hope hoped
	hopefully hoping hour hours how however huge i idea if ignore ill im immediately important impossible in include
	included including indeed inform information inside instead interest interested into involve is isnt issue issues it
	item items its itself ive join just keen keep kept kind kindly knew know known large last late later latest latter
	lead least leave left less let letter lets letting level like likely line list listen little live long longer look
	looked looking looks lot lots love lovely made mae main make makes making manage many mater matter matters may maybe
	me mean means meant meantime meeting meetings member members mention mentioned message met middle might mind mine
	minute minutes miss moment monday month months more morning most mostly move moved mr mrs ms much must my myself
	name near nearly necessary need needed needs neither never new news next nice night no nobody none noon nor normal
	normally not note noted nothing notice now number numbers o obvious obviously occur of off offer office officer
	officers often oh ok okay old on once one ones only onto open opinion or order other others otherwise ought our ours
	out outside over own page part particular particularly parish past pass passed people per perhaps person phone pick
	place please pleased pm point points position possible possibly post prefer present press pretty previous probably
	problem problems process progress promise proper properly provide ps put query question questions quick quickly
	quite raise raised ran rather reach read ready real really reason receive received recent recently record refer
	reference regard regarding regards relevant remain remember remind reminder reply report request require required
	resident residents respect respond response rest result return rhowch right ring rob round run said same sat
	saturday saw say saying says second see seem seemed seems seen send sending sense sent separate serious set several
	shall share she short shortly should show shown side sign similar simple simply since sincerely sir situation six
	small so some somebody someone something sometimes somewhere soon sorry sort sound speak spoke stage stand start
	started state stay step still stop straight such suggest suggested suit sunday suppose sure syr system ta take taken
	takes taking talk tell ten than thank thanks that thats the their them themselves then there therefore theres these
	they theyre thing things think thinking third this thorough those though thought thoughts three through thursday
	thus till time times to today together told tomorrow tonight too took top total toward towards town tried true
	trouble try trying tuesday turn twice two under understand understood unfortunately unless until unti up update upon
	us use used useful usual usually various very via view views visit wait waiting want wanted wants was wasnt way ways
	we wednesday week weekend weeks welcome well went were werent weve what whatever whats when whenever where whereas
	whether which while whilst who whoever whole whom whose why will wish with within without wonder wondered wondering
	wont word words work worked working works worth would wouldnt write writing written wrong wrote yeah year years yes
	yesterday yet yn yma you your yours yourself youve january february march april june july august september october
	november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sun spring
	summer autumn winter new re fw fwd sent iphone android get outlook`
		.split(/\s+/u)
		.filter((word) => word !== ""),
);
const IRREGULAR: ReadonlyMap<string, string> = new Map(
	"paid pay,spent spend,sold sell,bought buy,built build,lent lend,broken break,broke break,stolen steal,fallen fall,fell fall,driven drive,drove drive,children child,grew grow,grown grow,held hold,hired hire,dug dig,fed feed,flew fly,burnt burn,lit light,shut shut,owed owe,owing owe,leases lease,dogs dog,trees tree,shelves shelf,knives knife,leaves leaf,roofs roof,dying die,died die,tied tie"
		.split(",")
		.map((pair) => pair.split(" ") as [string, string]),
);
const SHORTEST_WORD = 3;
const LONGEST_WORD = 24;
/** A reference number, not an hour or a year. */
const REFERENCE = /^\d{5,}$|^(?=\p{L}*\d)(?=\d*\p{L})[\p{L}\d]{3,}$/u;
const ORDINAL = /^\d+(?:st|nd|rd|th|am|pm|k|p|m)$/u;

/**
 * Stems of the words of the matter, each once, in the order of the text. `leaveOut` holds words in lower case that
 * name the writers and readers.
 */
export function topicWords(text: string, leaveOut: ReadonlySet<string> = new Set()): readonly string[] {
	const found = new Set<string>();
	for (const word of wordsOf(text)) {
		const topic = topicOf(word);
		if (topic !== undefined && !leaveOut.has(word)) found.add(topic);
	}
	return [...found];
}

/** Longer words are slices, each of which would keep its whole text. */
const LONGEST_KEPT = 12;
const WORDS_KEPT = 4000;
const kept = new Map<string, string | undefined>();

/** The same words come again and again. */
function topicOf(word: string): string | undefined {
	if (word.length > LONGEST_KEPT) return readTopic(word);
	const known = kept.get(word);
	if (known !== undefined || kept.has(word)) return known;
	if (kept.size >= WORDS_KEPT) kept.clear();
	const topic = readTopic(word);
	kept.set(word, topic);
	return topic;
}

/** The stem by which a word tells of the matter; undefined for an everyday word. */
function readTopic(word: string): string | undefined {
	if (word.length > LONGEST_WORD || EVERYDAY.has(word) || ORDINAL.test(word)) return undefined;
	if (/\d/u.test(word)) return REFERENCE.test(word) ? word : undefined;
	if (word.length < SHORTEST_WORD) return undefined;
	const stem = stemOf(word);
	return stem.length >= SHORTEST_WORD && !EVERYDAY.has(stem) ? stem : undefined;
}

/** A light stem: enough that "charges", "charged" and "charging" meet; it need not be a word. */
export function stemOf(word: string): string {
	const irregular = IRREGULAR.get(word);
	if (irregular !== undefined) return irregular.replace(/e$/u, "");
	let stem = word;
	if (/[^aeiou]ies$/u.test(stem)) stem = `${stem.slice(0, -3)}y`;
	else if (/(?:ss|sh|ch|x|z)es$/u.test(stem)) stem = stem.slice(0, -2);
	else if (/[^su]s$/u.test(stem) && !/is$/u.test(stem)) stem = stem.slice(0, -1);
	stem = stem.replace(/(?<=[a-z]{4})(?:ments?|ness|ly)$/u, "");
	const bare = stem.replace(/(?<=[a-z]{3})(?:ing|ings|ed)$/u, "");
	if (bare !== stem && /[aeiouy]/u.test(bare)) stem = bare.replace(/([^aeiouls])\1$/u, "$1");
	stem = stem.replace(/(?<=[a-z]{4})(?:ation|ion|ance|ence|age|al|er|or)$/u, "");
	return stem.length > SHORTEST_WORD ? stem.replace(/e$/u, "") : stem;
}
