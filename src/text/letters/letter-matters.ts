/** What a letter is about, as far as it tells the council's business from private people's. */

/** Things that councils have and private people don't. */
const COUNCIL_MATTER =
	/\b(?:allotments?|plot \d+\w?|cemeter(?:y|ies)|burial (?:ground|plot)|churchyard|pavilion|recreation (?:ground|field)|(?:the )?rec ground|play(?:ground|area| area|ing fields?)|skate ?park|splash ?pad|(?:assembly|town|village|community|parish) (?:hall|rooms?)|bus shelters?|grit bins?|litter bins?|dog bins?|salt bins?|war memorial|hanging baskets?|(?:christmas|xmas) lights|market (?:place|square|stalls?|traders?)|street ?lights?|street lamps?|public toilets?|bollards?|guildhall|precept|standing orders|(?:town |parish )?clerk|mayor(?:'s|al)?|mayoress|town crier|grant (?:application|form|committee|scheme)|your grant|playing field|village green|common land|by-?laws?|road closure|councillors?|cllrs?|council(?:'s)?|parish|civic|municipal|bandstand|bowling green|football pitch(?:es)?|pitch fees?|grounds maintenance|groundsman|lengthsman|rent arrears|regalia|twinning)\b/gi;
/** Things that councils have like others: two different ones tell something, and only in a short mail. */
const COMMON_MATTER =
	/\b(?:bench(?:es)?|memorials?|noticeboards?|the square|verges?|hedges?|footpaths?|toilets|cctv|depot|grants?|the green|tender|car ?park|carnival|gala|procession|lease|tennis courts?|pitch(?:es)?|mowing|tree works?|caretaker|highways?|tenanc(?:y|ies)|stalls?|footbridge|ditch|the rec|hall|field|gutters?|fence|fencing|railings?|lamp|plot|rent|deposit|wall|roof|drains?|swings?|paving|scaffolding|tarmac|planters?|seats?|handrails?|bridge|steps?|kerbs?|gates?|bins?|benches|cones|barriers|lamp ?posts?|columns?|junction|lane|club|pavement|signs?|trees|grass|cricket nets|pump track|marquee|generator|ward|residents?)\b/gi;

/** Different words of the text for what only councils have, in lower case. */
export function councilMatters(text: string): readonly string[] {
	return distinct(text, COUNCIL_MATTER);
}

/** The same for what councils have like others. */
export function commonMatters(text: string): readonly string[] {
	return distinct(text, COMMON_MATTER);
}

function distinct(text: string, pattern: RegExp): readonly string[] {
	return [...new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase()))];
}
