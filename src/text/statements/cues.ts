/**
 * Grammar cues: patterns over the words of a sentence that tell its force, voice or status. A cue is evidence, not a
 * verdict; the model weighs them. Each has a name in plain words, because findings show it as the reason.
 */

export interface Cue {
	readonly name: string;
	readonly pattern: RegExp;
}

export interface FoundCue {
	readonly name: string;
	/** The words that matched. */
	readonly words: string;
}

const US = "(?:we|#council|our (?:side|council|office|groundsman|caretaker|staff|men|man|team|people)|the office)";
const WILL =
	"(?:will|shall|(?:is|are|am) (?:now )?(?:going to|to|prepared to|willing to|happy to|content to|pleased to))";
const ADV =
	"(?:(?:also|gladly|now|then|certainly|be|happily|of course|therefore|hereby|again|both|all|still|indeed) )*";
const NEG = "(?:not|never|no longer)";
const BODY =
	"(?:#council|members|fullcouncil|(?:the )?(?:[a-z]+ )?(?:committee|clerk|meeting|vote|budget|finance|chair|mayor)|councillors|the staffing|they|she|he)";

const SOURCES: readonly (readonly [string, string])[] = [
	// Commitments of the council.
	["the council will do it", `${US} ${WILL} ${ADV}(?!not)[a-z]+`],
	[
		"the council acts by these words",
		`(?:${US}|i)(?: (?:am|are|is))?(?: (?:hereby|happy to|pleased to|delighted to|glad to|content to|therefore|now|formally|can))* (?:accept|agree|undertake|guarantee|promise|pledge|confirm|waive|offer|consent|authoris|terminat|withdraw|release|covenant|assure|renew|extend|grant|appoint|instruct|require|direct|order|engage)(?:s|e|es|ing)?\\b`,
	],
	["hereby", "hereby|herewith our|with this (?:e-?mail|letter)"],
	[
		"on the council's behalf",
		"on behalf of #council|on #council 's? ?behalf|for and on behalf|on our behalf|in #council 's? ?name|in our name|for #council|by order of|#council 's (?:behalf|orders?|say-so|instructions?|authority|name|account)",
	],
	[
		"take this as",
		"(?:take|accept|treat|regard|let|consider) (?:this|it|that)(?: [a-z#'-]+){0,4}? (?:as|stand as|be)|(?:rely on|count on|bank on) (?:this|us|#council)|consider (?:it|that|the|this|your)(?: [a-z]+)? (?:done|settled|agreed|sorted|yours|approved|paid)",
	],
	[
		"it's agreed",
		"(?:^ |[,;.!-] )(?:ok |okay |yes |all right |very well |so )?,? ?(?:that is |it is |all )?(?:agreed|done|deal|settled|a deal|you are on|count us in|we are in|so be it|we accept)\\b|\\bit is a (?:deal|yes|bargain)|(?:answer|it) is (?:a )?yes|\\byes from",
	],
	[
		"yes",
		"^ (?:yes|yep|aye|absolutely|certainly|sure|ok|okay|fine|good|no problem|of course|by all means|very well|all right|right)\\b",
	],
	["yes to it", "yes to (?:the|your|#|both|it|all)|yes please"],
	["it is yours", "(?:is|are|stays?|be) (?:all )?yours\\b|has your name on|in your name|with your name"],
	[
		"you may have it",
		"you (?:can|may|could|shall|will) (?:have|keep|use|borrow|hang|park|put|take|move|stay|store|erect|cut|call|tell|start|begin|go|enter|rely)|you are (?:free|welcome|authorised|cleared|clear|released|appointed|hired|allowed) (?:to|as|from)?|you (?:have|have got|(?:have )?our) (?:my |our |#council 's? ?|the )*(?:permission|consent|authority|leave|blessing|word|promise|go-ahead|green light)",
	],
	[
		"you will have it",
		"you will (?:have|get|be|receive|find|not have to|not be|never)\\b|you (?:get|have got) (?:your|the|a)\\b|(?:with|to) you (?:by|on|in|this|next)",
	],
	[
		"no charge",
		"(?:no|without|free of|nothing) (?:charge|cost|fee|penalty|rent|to pay)|rent-free|free of charge|for nothing|for free|(?<!(?:#council|we|i|us)(?: [a-z]+){0,3} )(?:not|never)(?: [a-z]+){0,4} (?:charge|invoice|bill|owe|pay|cost)|(?<=(?:#council|we|i|us)(?: [a-z]+){0,3} )(?:not|never)(?: [a-z]+){0,4} (?:charge|invoice|bill)|(?:nothing|nobody|not a penny|without)(?: [a-z]+){0,4} (?:charge|invoice|bill|owe|pay|cost)|at no (?:cost|charge)|\\bowe(?:s)? (?:us )?nothing|a gift|our treat|on us\\b|on #council\\b|our compliments",
	],
	[
		"the council bears the cost",
		"(?:falls?|lies?|is|are|be|down|up) (?:on|to|with|for|at) (?:us|#council)\\b|(?:at|out of|from|by|for|on) (?:our|#council 's?|the) ?(?:#council 's? ?)?(?:own )?(?:expense|cost|account|budget|reserves|funds?|pocket|bill|ticket|tab)|paid (?:for )?by (?:us|#council)|#money from (?:us|#council)|(?:bill|cost|costs|excess|fee|invoice|account) (?:is|are) (?:ours|for us)|#council 's? (?:good|paying|buying|borrowing|giving|got it)",
	],
	[
		"it will be done",
		"(?:will|shall|to) be (?:[a-z]+ )?(?:paid|refunded|returned|replaced|repaired|mended|done|cut|put|fixed|removed|sent|reimbursed|carried|provided|supplied|installed|waived|taken|issued|met|credited|cleared|back|there|laid|filled|covered|renewed|extended|added|deducted)",
	],
	[
		"there will be",
		"there will (?:now )?be|there is (?:a|an|one|#money)(?: [a-z]+)? (?:place|job|plot|space|pitch|room) for you",
	],
	[
		"it is granted",
		"(?:is|are|has been|have been) (?:now |hereby |therefore )?(?:granted|approved|accepted|waived|cancelled|extended|renewed|yours|safe|paid for|covered|written off|halved|reserved|booked|guaranteed|released|lifted|withdrawn|frozen|in the post|on (?:its|the) way)",
	],
	[
		"staff are sent",
		"(?:groundsman|caretaker|handyman|lads?|men|man|crew|team|lengthsman|staff|workmen|people|gardener|#name and (?:#name|the)|boys|guys|digger|lorry|van|tractor|picker|truck)(?: [a-z#']+){0,4} will|i will (?:have|get|send|tell|put) (?:the |our |my |#council 's? ?|someone|somebody|a )?(?:[a-z]+ )?(?:groundsman|caretaker|handyman|lads?|men|man|crew|team|lengthsman|staff|office|people|it|your|#name|clerk|round|out)|(?:someone|somebody|one) (?:from|of) (?:our|the|#council)|will be (?:round|out|with you|there|along|over)",
	],
	[
		"notice is given",
		"(?:give|giving|gives|serve) (?:you )?(?:[#a-z]+ ){0,3}notice|notice (?:to|of) (?:quit|terminat)|terminat(?:es?|ing|ed)\\b|(?:bring|brings|brought) (?:the|our|this)(?: [a-z]+)? (?:contract|agreement|arrangement) to an end",
	],
	[
		"the council takes it on",
		"(?:#council|the office|the clerk 's office|clerk 's office|the clerk) (?:will|shall|is|binds|takes|gets|pays|buys|gives|has) |(?:is|be) #council ,? (?:not [a-z]+ ,? )?(?:that|who|which)|#council 's (?:answer|contribution|offer|share|half)|letter varies|(?:goes|go|comes|falls?) (?:down|up) to ",
	],
	[
		"we take or buy it",
		"(?:we|#council) (?:will|would|are|is|shall)(?: (?:like|be|to|now|take|taking|having|buy|buying|order|ordering|have|go|going))+",
	],
	[
		"an enclosure that binds",
		"(?:enclosed?|attach(?:ed)?|herewith|here is)(?: [a-z]+){0,4} (?:acceptance|signed|order|agreement to)",
	],
	[
		"forget it",
		"\\b(?:forget|never mind|do not worry about|ignore|tear up|put .* on the fire|bin)\\b|no need|need not|(?:you|they) do not (?:need|have) to",
	],
	[
		"negation that is an idiom",
		"not hesitate|no (?:problem|trouble|bother|worries|doubt|question|matter|time)|not only|whether or not|without (?:delay|fail|question)|have no fear|no later than|rest assured|nothing (?:to|for) (?:pay|you)",
	],
	[
		"firm assurance",
		"(?:you have|have|give you|giving you|on) (?:my|our|#council 's?|its) (?:word|promise|assurance|pledge|guarantee)|take it from me|i assure you|rest (?:assured|easy)|set your mind|mind at rest|i (?:can )?promise|(?:firm|final) (?:pledge|word|offer|commitment)|signed , sealed|you can (?:count|rely|bank|depend)",
	],
	[
		"agreed terms",
		"\\b(?:split|half|halves|share|down the middle|per cent|all in|in full|in settlement|in return|for our part|as agreed|as we said|as discussed|shake on)\\b",
	],
	// Instructions.
	[
		"go ahead",
		"go ahead|go-ahead|green light|crack on|get (?:on with|cracking)|carry on|press (?:on|the button)|fire away|full steam|start when|make a start|proceed|start (?:work|straight|on|tomorrow|now|at)|commence|get started|pull the trigger|knock yourself",
	],
	[
		"send the bill",
		"(?:send|let|make|put|charge|add|book|bill|invoice)(?: [a-z#']+){0,4} (?:bill|account|invoice|ticket|tab|us|#council|cheque)\\b",
	],
	[
		"please do",
		"(?:^|[,;:.!-]) ?(?:so |and |then |but |yes |ok |right |now )?,? ?(?:please|kindly|pls)(?: [a-z]+ly)? (?!do not|not)[a-z]+",
	],
	[
		"you are to",
		"you (?:are|will|must|should|need)(?: now| hereby| please)? (?:to|please|required|instructed|directed|ordered)\\b|you (?:must|will need to|have to|shall)\\b(?! (?:have|be|not))|(?:is|are) to be [a-z]+(?:ed|en|t|n|wn)\\b|(?:is|are) to (?:come|go|stay|leave)",
	],
	[
		"I want it done",
		"(?:i|we|#council) (?:want|wants|need|needs|require|requires|expect|expects|direct|directs|insist|ask|asks|would like|instruct|instructs|order|orders|request|requests) (?:you|your|the|that|it|them|#num|#name)",
	],
	[
		"would you kindly",
		"(?:would|will|could|can) you (?:please |kindly |be so good as to |be so kind as to |just )*(?:[a-z]+)|(?:obliged|grateful|glad|pleased|appreciate it) if you (?:would|will|could)",
	],
	[
		"placing an order",
		"(?:order|reserve|book|put|count|sign|want|like|have|take|get)(?: (?:us|me|#council|in|down|for|up))* (?:a |an |the |our )?(?:#num|dozen|#money|another|further|more|half)|(?:our|#council 's?|this|official|purchase|firm) order|(?:usual|standard|our|same) (?:account|terms|rate)|same again|on account",
	],
	[
		"I authorise",
		"(?:i|we|#council)(?: (?:am|are|is|hereby|now))* (?:authori[sz]|instruct|order|direct|require|giv)(?:e|es|ing|s)?\\b|(?:my|our|#council 's?) (?:authority|instructions?|permission|consent|say-so|leave)|i have (?:cleared|signed|okayed|authorised)|no need to (?:wait|come back|ask|apply)|need not (?:wait|apply|ask)|do not wait|without waiting",
	],
	["instructs not to", "(?:^|[,;:.!-]) ?(?:and |but |please )*(?:do not|don not|never|no more) [a-z]+"],
	// Personal and other capacities.
	[
		"I will",
		"\\bi (?:will|shall|am (?:going to|to|happy to|prepared to|willing to|glad to)|mean to|intend to|promise (?:to|i)|undertake to|pledge)",
	],
	[
		"casework",
		"\\bi (?:will|shall|have|am|would|can)(?: [a-z]+)* (?:rais|ask|speak|spok|ring|rung|call|chas|forward|pass|report|enquir|look|check|find|found|see\\b|meet|visit|attend|come\\b|pop|writ|mail|contact|press|lobby|campaign|fight|support|back\\b|vot|oppos|propos|second|recommend|urg|object|tr[yi]|help|let you know|keep you|bring|do (?:what|my|all|every)|be (?:at|there|in|asking|writing|raising|voting|speaking|chang|object)|make sure|get back|take (?:it|this|that|up)|put (?:it|this) (?:on|to|forward)|have (?:a|another) )",
	],
	[
		"leave it with me",
		"leave it with me|hear from me|on the case|my (?:vote|support|backing|own name|best|full support)|count on (?:me|my)",
	],
	[
		"own means",
		"my (?:own|wife|husband|house|home|family|garden|van|mower|shop|daughter|son|pocket|purse|field|drive|allowance|card|company|firm|business|mobile|gazebo|ladder|trailer|car|farm)\\b|for my(?:self| own)|out of my|personally\\b|(?:#name|wife|husband|daughter|jenny) and i\\b|own pocket",
	],
	[
		"as a private person",
		"(?:purely|simply|only|writing|write|speaking|personal capacity|private person|private individual)(?: [a-z]+)* (?:as an? (?:resident|neighbour|individual|private|member of the public)|for myself)|as (?:a|an|the|your) (?:resident|neighbour|owner|mother|father|parent|private|customer|patient|ratepayer|individual|friend|member|grandparent|ward member|local member)|personal(?:ly)? (?:capacity|view)|not (?:as|those of) (?:a councillor|#council)|in a (?:purely )?(?:personal|private)",
	],
	[
		"another body",
		"(?:as|of|the|our|my|by|from|for) (?:[a-z#'-]+ ){0,3}(?:trustees?|governors?|club|association|rotary|lions|pcc|churchwarden|charity|trust|school|branch|labour|conservatives?|liberal|democrat|party|group|society|wi|shop|company|firm|business|farm|garden centre|church|brewery|parents|candidate|allotment association)\\b|(?:treasurer|secretary|churchwarden|trustee|governor|chair(?:man)?) of the (?!#council|council|finance|planning|amenities|committee)",
	],
	// Status.
	[
		"negated",
		`(?:will|shall|can|could|do|does|did|has|have|had|is|are|am|was|were|would|must|should) ${NEG}\\b|\\b(?:never|neither|nor|none|nobody|no one|nothing|no such)\\b`,
	],
	[
		"cannot",
		"(?:can|could) not\\b(?! (?:wait|thank|praise|stress))|unable to|not (?:able|in a position|authorised|empowered|allowed|entitled|possible|up to me|for me|mine|my (?:decision|place|call))|no (?:power|powers|authority|right|position|intention|plans|money|commitment|undertaking|promise|decision|agreement|obligation|order|question|trace|claim|contract|mandate)|refuse|decline|regret|unfortunately|unhappily|i am afraid|sorry",
	],
	[
		"not to be taken as",
		"(?:not|nor)(?: [a-z]+)* (?:be )?(?:take|taken|treat|treated|read|rely|assume|regard|construe|construed|seen)(?: [a-z]+){0,3} (?:as|for|on|that)|is not (?:an?|to be) |was not (?:an?|the)|not (?:an? )?(?:order|instruction|acceptance|promise|commitment|approval|go-ahead)|in no way|under no circumstances|at no point|nothing (?:here|in|i)",
	],
	[
		"protects the council",
		"(?:do not|not|please do not|don not) (?:start|begin|do anything|order|buy|go ahead|commit|proceed|spend)(?: [a-z]+){0,8} (?:until|till|before|yet|without|on the strength|on my)|hold fire|without (?:an|the clerk 's?) (?:order|official)|strength of",
	],
	[
		"waits for the council",
		`(?:if|once|when|unless|until|till|provided(?: that)?|providing|assuming(?: that)?|should|were|as soon as|after|supposing|only if|in the event(?: that)?|as and when|whether) (?:and when )?${BODY}\\b(?! (?:pays?|you))|(?:if|once|when|should) (?:it|that|this|the vote|the motion|the plan|the price)(?: [a-z']+){0,3} (?:approved|agreed|adopted|passed|carried|confirmed|through|goes our way|up)`,
	],
	[
		"subject to",
		"subject to|conditional (?:up)?on|pending|depend(?:s|ent|ing)? (?:up)?on|provisional|in principle|to be confirmed|with (?:#council|the (?:committee|members)) 's? ?(?:blessing|approval|agreement)|(?:need|needs|require|requires)(?: [a-z#']+){0,3} (?:approval|resolution|agreement|authority|behind)|up to (?:#council|members|the committee)|(?:decision|matter) (?:is|rests|for|of)|at the discretion",
	],
	[
		"hedged",
		"\\b(?:may|might|could|would)\\b(?: [a-z]+)? (?:be|have|need|want|like|consider|pay|agree|take|go|get|cost|probably|look)|\\bi (?:hope|expect|guess|imagine|should think)|we (?:hope|are hoping|are looking|would)|likely|hopefully|perhaps|maybe|possibly|probably|minded to|in the region|conceivable|consider(?:ing|ed)?\\b|i could see|pencil",
	],
	[
		"to be put to the council",
		"(?:ask|asking|recommend|put|goes|go|come|comes|before|be put|take it) (?:it )?(?:to )?(?:#council|fullcouncil|the (?:[a-z]+ )?committee|members)|(?:on|in) the (?:agenda|budget)|next meeting",
	],
	[
		"reported",
		`(?:#council|members|(?:the )?(?:[a-z]+ )?(?:committee|clerk|office|mayor|chair|meeting|auditor|officers?)|fullcouncil|#outer|#name|they|he|she|it was|it has been|was|were|has|have|had)(?: (?:has|have|had|already|also|now|last night|just|formally|been|recently|on #num|on #day|at its [a-z]+ [a-z]+|unanimously))* (?:resolved|agreed|decided|voted|approved|minuted|accepted|appointed|awarded|promised|confirmed|announced|undertook|undertaken|instructed|told|said|says|asked|ordered|recommended|refused|passed|turned down|granted|signed|written|wrote|noted|reported|placed|posted|sent|sanctioned|deferred|adopted|put off|booked)\\b`,
	],
	[
		"hearsay",
		"\\bi (?:understand|gather|hear|believe|see|read|am told|was told|was there|have seen|note)\\b|(?:tells?|told|informs?|informed|assures?|advised|confirmed to) (?:me|us|you|the)|according to|my understanding|apparently|it seems|(?:minutes?|letter|notice|report|bulletin|website|agreement|lease|gazette|resolution|policy|note|e-?mail)(?: [a-z#]+){0,3} (?:say|says|said|record|records|show|shows|state|states|provides?|reports|of #num)|as (?:reported|minuted|you know|you will have seen)",
	],
	[
		"the past",
		"\\b(?:back in|ago|previous|last (?:year|week|night|month|summer|spring|autumn|meeting|#day)|in #num|in the (?:past|[a-z]+ties)|predecessor|former|yesterday|at the time)\\b",
	],
	[
		"another authority will",
		"(?:#outer|#name|the (?:developer|contractor|water company|police|school|government|minister|county 's [a-z]+|insurers?|inspector|bus company|landlord|valuer|solicitors?|working party|vicar|bank))(?: (?:has|have|is|are|man|team|on|the|phone))* (?:will|would|promised|agreed|to|said|says|has|have)\\b",
	],
	["quoted", '" [^"]{8,} "'],
	["question", "\\?"],
	[
		"asks",
		"^ (?:(?:please|and|so|but|hi|hello) ,? ?)*(?:do|does|did|has|have|is|are|was|were|can|could|will|would|shall|should|may|might|who|what|when|where|why|how|which|any)\\b",
	],
	[
		"asks for information",
		"let (?:me|us) (?:know|have)|tell (?:me|us) (?:what|when|where|who|how|if|whether|which|more|about)|(?:send|give|spare|get) me\\b|wonder(?:ed)? (?:if|whether)|(?:ask|writing to ask|like to know|find out|advise|clarify|confirm) (?:if|whether|what|when|where|for|receipt|how)|look (?:into|at)|how much|(?:a )?(?:price|quote|quotation|figure|estimate|idea of) (?:for|of)|any (?:news|idea|chance|update|light)|could i|may i|please (?:see|find|confirm receipt|advise|reply|contact|ring|call)|your (?:help|advice|comments|thoughts|views)|keep me|get in touch|(?:my|a|our) (?:resident|constituent)s?|residents? (?:have|has|of mine)|be (?:able|willing|interested|prepared) to",
	],
	[
		"opinion",
		"\\b(?:i|we) (?:do not |would |also |still |certainly |really |can not )?(?:think|feel|believe|reckon|consider|doubt|prefer|support|like|love|agree with|disagree|hold the view)\\b|in my (?:view|opinion)|to my mind|(?:#council|they|somebody|someone|you|it|we|there|that|county) (?:should|ought)|ought to|if it were up to me|seems?\\b|strikes? me|personally ,?|surely|high time|(?:shame|pity|disgrace|scandal|wrong)\\b|one could argue|would have (?:voted|given|liked|bought)",
	],
	[
		"thanks or courtesy",
		"thank|congratulat|condolence|sorry to hear|best wishes|regards|well done|sincerely|faithfully|happy (?:christmas|birthday|new)|apologies|invited|looking forward|look forward|lovely to|good to (?:see|hear|meet)|hope (?:you|this)",
	],
	[
		"standing disclaimer",
		"(?:e-?mail|message)(?: [a-z]+){0,6} (?:confidential|intended|disclaimer)|views? expressed|does not form part|no contract may be concluded",
	],
	// Welsh.
	[
		"Welsh commitment",
		"bydd(?:wn|af)? (?:#council|yn|y)|(?:rydym|rwyf|mae #council|mae 'r cyngor) yn (?:derbyn|cytuno|cadarnhau|ymrwymo|addo)|byddwn yn (?:talu|trwsio|darparu)",
	],
	["Welsh instruction", "ewch ymlaen|cewch (?:ddechrau|fynd)|anfonwch|dechreuwch|peidiwch (?:a|â) |rhowch"],
	["Welsh negation", "\\bnid (?:yw|ydym|wyf)|ni allaf|ni allwn"],
	["Welsh condition", "\\bos (?:bydd|yw)|yn amodol ar"],
];

/** Without one of these, or the form of an order, a sentence has nothing in it that could bind anybody. */
const GROUNDS = new Set([
	"the council will do it",
	"the council acts by these words",
	"hereby",
	"on the council's behalf",
	"take this as",
	"it's agreed",
	"yes",
	"yes to it",
	"it is yours",
	"you may have it",
	"you will have it",
	"no charge",
	"the council bears the cost",
	"it will be done",
	"there will be",
	"it is granted",
	"staff are sent",
	"notice is given",
	"we take or buy it",
	"an enclosure that binds",
	"forget it",
	"firm assurance",
	"agreed terms",
	"go ahead",
	"send the bill",
	"please do",
	"you are to",
	"I want it done",
	"would you kindly",
	"placing an order",
	"I authorise",
	"instructs not to",
	"the council takes it on",
	"Welsh commitment",
	"Welsh instruction",
]);

/** Whether a cue can make a sentence bind, rather than colour it. */
export function isGround(cue: FoundCue): boolean {
	return GROUNDS.has(cue.name);
}

const CUES: readonly Cue[] = SOURCES.map(([name, source]) => ({ name, pattern: new RegExp(source) }));

/** The cues of a sentence, with the words that matched. `line` is {@link wordsOf}'s line. */
export function cuesOf(line: string): readonly FoundCue[] {
	const found: FoundCue[] = [];
	for (const cue of CUES) {
		const match = cue.pattern.exec(line);
		if (match !== null) found.push({ name: cue.name, words: match[0].trim() });
	}
	return found;
}
