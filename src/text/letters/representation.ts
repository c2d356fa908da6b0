/**
 * To whom a chair may write for the council: Ministers, government departments, members of either House and of the
 * devolved parliaments (RULEBOOK `councillor-official-letter`, reading 13). Known by mail domain where it is a real one,
 * else by name, salutation or address block. Domains: the public list of UK public sector domains, and the parliaments' own.
 */
import type { Address } from "../../facts/message.ts";

const PARLIAMENTS =
	/(?:^|\.)(?:parliament\.uk|parliament\.scot|scottish\.parliament\.uk|senedd\.(?:wales|cymru)|assembly\.wales|cynulliad\.cymru|niassembly\.gov\.uk)$/;
const DEVOLVED_GOVERNMENTS =
	/(?:^|\.)(?:gov\.scot|gov\.wales|llyw\.cymru|northernireland\.gov\.uk|(?:[a-z]+-)?ni\.gov\.uk|nigov\.net)$/;
/** Departments, by the label before gov.uk. Most other labels there belong to councils. */
const DEPARTMENTS = new Set(
	`communities levellingup mhclg dluhc defra dft education treasury hmtreasury hm-treasury homeoffice fcdo fco
	cabinetoffice cabinet-office no10 number10 pmo dhsc dh dwp justice moj energysecurity beis bis desnz businessandtrade
	trade dcms culture dsit mod scotlandoffice walesoffice ukgovwales ukgovscotland nio gld attorneygeneral ago lawofficers
	hmrc geo digital dexeu exitingtheeu odpm communitiesandlocalgovernment cabinetoffice-gov`.split(/\s+/),
);
const MILITARY = /(?:^|\.)mod\.uk$/;

const OFFICE =
	/\bsecretary of state\b|\bminister(?:ial|s)?\b(?!s? of religion)|\bchancellor of the (?:exchequer|duchy)\b|\bdepartment (?:for|of)\b|\bministry of\b|\bhome office\b|\bcabinet office\b|\bhm treasury\b|\bdefra\b|\bmhclg\b|\bdluhc\b|\bunder-?secretary\b|\bhouse of (?:commons|lords)\b|\bscottish (?:government|parliament)\b|\bwelsh government\b|\bllywodraeth cymru\b|\bsenedd\b|\bfirst minister\b|\bnorthern ireland (?:assembly|executive)\b|\bthe department\b\s*$/i;
/** Post-nominals of members, which stand behind a name and are written in capitals. */
const MEMBER =
	/\p{L}[\p{L}'’.-]+,?\s+(?:(?:CBE|OBE|MBE|KC|QC|DL|PC),?\s+)*(?:MPs?|MSPs?|MS|AS|MLAs?|AM|TD)\b|\bMPs?\b(?=\s*[<(,.:]|$)/u;
const STYLE =
	/\bthe rt\.? hon|\bright honourable\b|\brt hon\b|^\s*(?:the )?(?:lord|lady|baroness|baron|viscount|earl|countess)\s+(?!mayor|lieutenant|provost|of the manor)\p{Lu}/iu;
const NEAR_MISSES =
	/\b(?:police and crime|crime commissioner|county council|borough council|district council|city council|minister of religion|methodist|baptist|parish (?:priest|office)|ministerial alliance)\b/i;
/** A member's staff write from an office that is named after the member. */
const MEMBER_OFFICE = /\b(?:office of|constituency office)\b/i;

/** Whether an address, or a bare domain, belongs to a department, a devolved government or a parliament. */
export function isGovernmentAddress(address: string): boolean {
	const domain = address
		.slice(address.lastIndexOf("@") + 1)
		.toLowerCase()
		.replace(/\.$/, "");
	if (PARLIAMENTS.test(domain) || DEVOLVED_GOVERNMENTS.test(domain) || MILITARY.test(domain)) return true;
	const label = /(?:^|\.)([a-z0-9-]+)\.gov\.uk$/.exec(domain)?.[1];
	return label !== undefined && DEPARTMENTS.has(label);
}

/** Whether a name as it stands in a To line or an address block is a minister's, a department's or a member's. */
export function isGovernmentName(name: string): boolean {
	const bare = name.replace(/["']/g, " ").trim();
	if (NEAR_MISSES.test(bare)) return false;
	return (
		OFFICE.test(bare) || MEMBER.test(bare) || STYLE.test(bare) || (MEMBER_OFFICE.test(bare) && /\bMP\b/.test(bare))
	);
}

export interface RepresentationPlace {
	readonly to: readonly Address[];
	/** The letter's text: its first lines (address block, salutation) are looked at. */
	readonly text: string;
}

const HEAD_LINES = 12;
const GREETS_MINISTER =
	/^\s*(?:dear\s+)?(?:minister|prime minister|secretary of state|first minister|chancellor|home secretary|foreign secretary|(?:lord|lady|baroness) \p{Lu}[\p{L}'-]+|(?:the )?rt hon.*)\s*[,:]?\s*$/iu;

/** The words by which a letter is a representation to government or parliament; undefined where it is none. */
export function representationTo({ to, text }: RepresentationPlace): string | undefined {
	for (const { address, name } of to) {
		if (isGovernmentAddress(address)) return name === "" ? address : name;
		if (name !== "" && isGovernmentName(name)) return name;
		if (isMemberMailbox(address)) return address;
	}
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	return lines
		.slice(0, HEAD_LINES)
		.find((line) => GREETS_MINISTER.test(line) || (isAddressLine(line) && isGovernmentName(line)));
}

/** jane.doe.mp@…, office@janedoe-mp.…: names that members give their own mailboxes. */
function isMemberMailbox(address: string): boolean {
	return /(?:^|[._@-])(?:mp|msp|mla)(?:[._@-]|$)/.test(address.replace(/\.(?:uk|com|org|example|net)$/g, ""));
}

/** An address block has short lines without verbs. */
function isAddressLine(line: string): boolean {
	return (
		line.length <= 70 &&
		!/[.?!;]$/.test(line) &&
		!/\b(?:is|are|was|has|have|will|should|to|we|i|they)\b/i.test(line.replace(/^to\b/i, "")) &&
		/^(?:dear\s)?[\p{Lu}"]/u.test(line)
	);
}
