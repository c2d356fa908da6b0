/**
 * Word classes of council correspondence. The grammar and the model see classes beside words, so that what was
 * learnt of "mend" holds for "repoint". Verbs are given in their base form; {@link classOf} undoes inflection.
 */

const VERBS: Readonly<Record<string, string>> = {
	PAY: `pay cover refund reimburse fund contribute settle foot match underwrite sponsor subsidise subsidize finance
		compensate indemnify donate budget spend stump chip split halve share invoice bill charge repay credit`,
	SPARE: `waive cancel forgo forgive drop withdraw release exempt discount reduce freeze lower scrap excuse absolve
		relinquish renounce concede cede`,
	COMMIT: `promise undertake guarantee agree accept confirm consent pledge covenant assure commit bind warrant vouch
		honour stand endorse certify swear`,
	GRANT: `grant allow let permit lend loan lease rent hire award offer give provide employ appoint extend renew reserve
		allocate gift license sell engage`,
	WORK: `repair mend fix replace install supply deliver cut mow clear fell dig lay paint clean remove plant build erect
		resurface repoint patch sweep empty grit insure maintain restore rebuild reinstate fence fit collect dredge drain
		demolish prune trim strim lop pollard widen level mark weld hang print excavate seal tarmac glaze rewire
		upgrade connect reconnect disconnect construct fabricate weed landscape relay relocate refurbish redecorate treat
		water unblock jet flush board plough till grade dispose strip varnish stain shore prop underpin render plaster`,
	RUN: `start begin commence proceed stop cease halt suspend resume continue carry finish complete hold leave postpone
		delay pause crack press go keep open close shut lock unlock vacate evict enter quit`,
	DEAL: `order book buy purchase terminate acquire take sign execute exchange issue serve lodge submit file register
		transfer enforce prosecute instruct authorise authorize direct require command mandate empower commission
		procure requisition engage tender place act appeal sue publish advertise amend alter`,
	MOVE: `put move get bring send fetch tow shift tip dump drop set turn pull push knock rip tear load haul unload
		store stack park drive hand post run draw double increase make use switch swap change burn fill roll`,
	TALK: `raise ask speak ring call phone mention pass forward chase report enquire inquire look check find see meet
		visit attend come pop write email mail text contact push press lobby campaign fight support back vote oppose
		second propose recommend urge object table move declare try listen help hear tell read know`,
	WELCOME: `thank congratulate invite welcome wish hope trust regret apologise apologize appreciate enjoy love`,
	THINK: `think believe feel reckon consider suppose guess doubt suspect prefer like dislike imagine find`,
	SAY: `say state announce resolve decide vote minute note record explain advise inform understand gather
		learn claim mean suggest`,
};

const NOUNS: Readonly<Record<string, string>> = {
	MONEYN: `grant cost bill invoice fee charge rent deposit price expense payment refund cheque contribution share
		amount penny money fund cash account budget sum loan bond premium wage salary pay overtime quotation quote
		tender estimate costs excess shortfall fare receipt precept reserve instalment arrears debt fine damage`,
	ASSET: `hall field pavilion green square plot allotment lease licence bench shelter path gate fence hedge wall tree
		bin sign lamp streetlight toilet park depot playground swing roof gutter ditch verge road footpath kerb pitch
		cemetery grave churchyard kiosk stall room chamber library museum building land site meadow common garage
		yard drain pipe door lock key railing barrier marquee stage stone memorial pond lake court locker bollard
		planter basket light lights noticeboard handrail banner bunting boiler kitchen floor ground premises contract
		covenant tenancy permit concession post job work works order shed cabin container vehicle van mower tractor
		digger generator clock tower bridge slipway jetty car-park skip surface turf`,
	STAFF: `groundsman groundsmen caretaker handyman lad team man men crew lengthsman warden staff office depot
		gardener cleaner fitter foreman workman workmen worker clerk deputy operative ranger boys guys engineer`,
	AUTH: `authority permission consent approval instruction authorisation authorization go-ahead say-so leave blessing
		mandate commitment undertaking guarantee promise assurance acceptance agreement pledge obligation order`,
	BODYN: `committee members meeting vote resolution motion agenda minutes chamber fullcouncil councillors quorum
		ballot amendment`,
	KIN: `wife husband daughter son family mum mother dad father sister brother neighbour partner friend house home
		garden kids pocket`,
	OTHERN: `trustee trust club association branch group party church pcc governor charity school shop firm company
		business rotary lions brewery society band campaign ward churchwarden secretary treasurer farm agency wi`,
	HEDGE: `perhaps maybe possibly probably provisional provisionally hopefully principle theory pending subject
		provided providing assuming assume supposing unless until depend depends whether likely unlikely minded might
		may could would should conditional dependent hope hopes hoping hoped`,
	OPINE: `opinion view mind ought shame disgrace pity sceptical convinced disappointed appalled favour wrong fair
		surely frankly personally`,
};

const IRREGULAR: Readonly<Record<string, string>> = {
	paid: "pay",
	met: "meet",
	bought: "buy",
	sold: "sell",
	lent: "lend",
	let: "let",
	given: "give",
	gave: "give",
	took: "take",
	taken: "take",
	told: "tell",
	said: "say",
	began: "begin",
	begun: "begin",
	built: "build",
	laid: "lay",
	dug: "dig",
	hung: "hang",
	held: "hold",
	kept: "keep",
	left: "leave",
	made: "make",
	got: "get",
	put: "put",
	cut: "cut",
	sent: "send",
	brought: "bring",
	went: "go",
	gone: "go",
	done: "do",
	did: "do",
	wrote: "write",
	written: "write",
	rang: "ring",
	spoke: "speak",
	spoken: "speak",
	saw: "see",
	seen: "see",
	came: "come",
	stood: "stand",
	withdrew: "withdraw",
	withdrawn: "withdraw",
	bound: "bind",
	undertook: "undertake",
	undertaken: "undertake",
	forgiven: "forgive",
	understood: "understand",
	thought: "think",
	felt: "feel",
	found: "find",
	drew: "draw",
	drawn: "draw",
	swept: "sweep",
	spent: "spend",
	shut: "shut",
	set: "set",
	heard: "hear",
	knew: "know",
	fought: "fight",
	swore: "swear",
	sworn: "swear",
	tore: "tear",
	torn: "tear",
	ran: "run",
};

const VERB_CLASS = table(VERBS);
const NOUN_CLASS = table(NOUNS);

/** Undoing inflection is slow and mail repeats its words; a full table is emptied, so that it can't grow. */
const REMEMBERED_WORDS = 20_000;
const remembered = new Map<string, string | undefined>();

/** The class of a word in lower case: "PAY" for a verb's base form, "PAY+" inflected, a noun's class; else undefined. */
export function classOf(word: string): string | undefined {
	if (remembered.has(word)) return remembered.get(word);
	if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
	const found = lookUp(word);
	remembered.set(word, found);
	return found;
}

function lookUp(word: string): string | undefined {
	const noun = NOUN_CLASS.get(word);
	const verb = VERB_CLASS.get(word);
	// "order", "charge" and "cut" are both: the verb's class tells more, and the words beside it settle the rest.
	if (verb !== undefined) return verb;
	if (noun !== undefined) return noun;
	const base = IRREGULAR[word];
	if (base !== undefined && VERB_CLASS.has(base)) return `${VERB_CLASS.get(base)}+`;
	for (const stem of stems(word)) {
		const inflected = VERB_CLASS.get(stem);
		if (inflected !== undefined) return `${inflected}+`;
		const plural = NOUN_CLASS.get(stem);
		if (plural !== undefined) return plural;
	}
	return undefined;
}

/** True for a verb in its base form, as an imperative begins. */
export function isBaseVerb(word: string): boolean {
	return VERB_CLASS.has(word);
}

function stems(word: string): string[] {
	const cut = (end: string, put = "") =>
		word.endsWith(end) && word.length > end.length + 2 ? word.slice(0, -end.length) + put : "";
	const found = [
		cut("s"),
		cut("es"),
		cut("ies", "y"),
		cut("ed"),
		cut("ed", "e"),
		cut("ied", "y"),
		cut("ing"),
		cut("ing", "e"),
	];
	const doubled = /^(.*([bdglmnprt]))\2(?:ed|ing)$/.exec(word);
	if (doubled?.[1] !== undefined) found.push(doubled[1]);
	return found.filter((stem) => stem !== "");
}

function table(classes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const [name, words] of Object.entries(classes)) {
		for (const word of words.split(/\s+/)) if (!found.has(word)) found.set(word, name);
	}
	return found;
}
