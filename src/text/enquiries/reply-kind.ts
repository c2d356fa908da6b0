/**
 * What an officer's reply is: an answer, or only a sign that the enquiry arrived and that an answer will come, and
 * whether it then says why, what is being done, and by when.
 */

import { sentencesOfLetter } from "../letters/letter-sentences.ts";
import { readable } from "../normalise.ts";
import { evidenceQuote } from "../quote.ts";
import { errandIn } from "./errands.ts";
import { type TimeLimit, timeLimitIn } from "./time-limits.ts";

export interface ReplyReading {
	/**
	 * answer: says something on the matter; holding: the answer is to come; receipt: it arrived, no more; question: asks
	 * back, and says nothing else; empty: no word of the writer's own.
	 */
	readonly kind: "answer" | "holding" | "receipt" | "question" | "empty";
	/** The words that decided; absent where nothing but the lack of other words did. */
	readonly quote?: string;
	/** Why there is no answer yet, what is being done, and by when there will be one: only of a holding reply. */
	readonly reason?: string;
	readonly action?: string;
	readonly timescale?: TimeLimit;
	/** Nothing but that it was passed on, or somebody spoken to: whether that answers depends on what was asked. */
	readonly errand?: string;
}

/** Who writes more than this answers something. */
const LONGEST_HOLDING_CHARS = 2_500;

const RECEIPT =
	/^(?:(?:(?:many )?thank(?:s| you)(?:,? [\p{L}'-]+)?,? )?(?:well |duly |safely |all )?(?:received|noted|logged|arrived(?: safely)?[.,!]*$|acknowledged|got (?:it|this|that|them))|(?:read|received|noted|seen) and (?:understood|noted)|(?:seen|read|spotted) (?:this|it|yours?)\b|understood|message received|(?:many )?thanks? (?:you )?(?:very much |so much |again )?(?:for|on) (?:this|that|it|(?:your|the|both your) (?:e-?mails?|messages?|letters?|enquir(?:y|ies)|quer(?:y|ies)|notes?|questions?|inquir(?:y|ies)|feedback|reminder|comments?)|getting in touch|passing (?:this|it) on|flagging|raising|bringing|letting|writing|contacting|sending|chasing|nudging))\b|\b(?:(?:i|we)(?:'ve| have)? (?:have )?(?:safely |now |duly |just )?(?:received|got|had(?! this (?:out|before|in|looked|checked|done|on|up|at|twice))|have|acknowledge|note|noted|seen|read|logged|picked up)(?: safely)? (?:your|it\b|this\b|both your|the|yours)(?! (?:answer|figures?|quotes?|report|deeds?|results?))|got your (?:note|e-?mail|message|letter|question|query)|(?:confirm|acknowledge|acknowledging|confirming) (?:safe )?receipt|to acknowledge\b|in receipt of|in the (?:queue|pile|stack|in-?tray)\b|got yours|contents? of which (?:have been|are|is|has been) noted|(?:useful|good|helpful) to know|your (?:e-?mail|letter|message)(?: \w+)? refers|picked (?:it|this|that|yours) up|consider (?:it|this) (?:received|noted)|(?:enquiry|query|question|e-?mail|message|request|letter) (?:has been |was |is )?(?:received|logged|noted|in hand|with (?:me|us)))\b|\b(?:in hand|on the case|on to it|on it|dealing with (?:it|this))\b|\bon my (?:list|desk|to-do|radar|mind|pile|agenda)\b|\bnot forgotten\b|^(?:diolch am (?:eich|dy|y) (?:neges|e-?bost|llythyr|ymholiad)|wedi (?:ei |'i )?dderbyn|derbyniwyd)\b/iu;
/** "This has reached me", "your note is to hand", "it's with me": only the letter itself arrives, no parcel or report. */
const ARRIVED =
	/\b(?:this(?: one)?|that|yours(?: of [\w ]{3,20})?|(?:your|the) (?:e-?mail|message|letter|note|question|query|enquiry|inquiry|request|reminder)s?)(?: of [\w ]{3,20})?(?:'s| has| have| is| did| was)?(?: \w+ly| now| just| all| also| only| certainly){0,2} (?:reached (?:me|us|my desk|the office)|landed(?= safely| here| with (?:me|us)| (?:on|in) my|[.,!]|$)|arrived(?! (?:at|from) the)|(?:come|came|got) (?:here|in(?!to)|through|to (?:me|us|hand)|into my)|found (?:its|their) way to (?:me|us)|to hand\b|here\b|in\b(?=[.,!]|$)|in my (?:inbox|in-?tray|in-?box)|mine\b)|\bit(?:'s| is| has)(?: now| safely| all)? (?:with (?:me|us)|reached (?:me|us)|landed (?:here|with (?:me|us)|on my)|in my (?:inbox|in-?tray))\b(?! (?:by|on|from))|^(?:your |the )?(?:reference|ref|ticket|case|job|call)(?: (?:number|no\.?|ref\w*))?(?: is|:| has been (?:raised|logged|opened)| (?:raised|logged|opened))/iu;
/** "I'll", "we hope to", "Will …" at the head of a sentence, "… and will": the writer speaks of what he is about to do. */
const OWN_INTENT =
	"(?:^|\\b(?:and|then|so|but|,) |\\b(?:i|we)(?: (?:also|just|then|do|really|still|now|certainly|fully|very much|promise|think i))*[ ']?)(?:will|'ll|ll|shall|hope to|should|expect to|aim to|plan to|intend to|(?:am |are |'m |'re |m |re )?(?:just )?(?:going to|hoping to|trying to|about to|due to)|mean to|want to|need to|have to|try to|must|let me|would like to|'d like to)(?: (?:then|also|now|just|certainly|be able to|have to|need to|get to|try to|try and|do my best to|aim to|hope to|first))*";
const OWN_WORD =
	"(?:get back|come back|go back|revert|respond|reply|answer|write (?:again|back|to you|when|once|as soon|soon|shortly|properly|in full)|drop you an? (?:line|note|e-?mail|word)|have an? (?:quick |little |proper )?(?:word|chat|talk|conversation) with(?! you)|talk (?:to|with)(?! you)|be (?:speaking|talking) (?:to|with)(?! you)|get on to|sound (?:out )?[\\p{L}' ]{2,30}? ?out\\b|sound out|get (?:hold of|the file)|read up|put (?:it|this|that|(?:the|your) (?:question|query|point)s?) to|look (?:it|this|that|them|the \\w+) (?:out|up)|look out (?:the|your)|do (?:some|a bit of|a little) (?:digging|checking|research|homework)|let you (?:know|have)|be in touch|report back|update you|tell you|have (?:(?:it|them)(?! \\w+(?:ed|en|t)\\b)|(?:an?|some|the|your) (?:[\\w-]+ ){0,3}(?:for|with|to) you|an answer|the (?:answer|figures|details|reply)|something|more\\b|news|a (?:full|proper|fuller|better|clearer|reply|think|look|dig))|find out|look into|look at (?:this|it|that)|have a look|check\\b|investigate|dig\\b|make (?:some )?(?:enquiries|inquiries)|ask\\b|see what|mention (?:it|this|that)|have [\\p{L}'-]+ (?:(?:take|have) a look|look|check|ring|call|reply|answer)|flag (?:it|this|that)|report (?:it|this|that)|chase|nudge|prod|press\\b|push\\b|pass (?:it |this |that |them )?(?:on|to you)|raise (?:it|this|that)|take (?:it|this|that|advice)|pick (?:this|it) up|get [\\p{L}'-]+ to (?:dig|find|look|check|answer|reply|let|send|ring|call|write|see|go|sort|pull|get)\\b|get (?:you )?(?:an answer|the answer|the figures|that|those|on to it|to the bottom|on with)|send (?:you|it|them|the|on|over|a)|forward (?:you|it|them)|give you|provide|confirm\\b|advise\\b|follow|speak (?:to|with)|consult|hunt|ferret|root|track|trace|fish|trawl|go (?:through|back to)|look (?:then|it up|that up|them up|again|properly|up)|establish|ascertain|clarify|seek|obtain|hear\\b|know more|know\\b|do (?:what|my best))";
/** The whole matter is put off, and not one part of it ("I'll check the exact day"). */
const OWN_WHOLE =
	"(?:(?:get|come|go|report|write) back|revert|respond|reply|answer|be in touch|update you|look into (?:it|this|that)|find out(?! (?:when|what|which|who|the|about|if|whether|how))|let you know(?! (?:when|what|which|who|the|about|if|whether|how))|see what|do (?:what|my best)|get (?:you )?an answer|write (?:again|when|once|as soon|soon|shortly|properly|in full)|drop you an? (?:line|note)|make (?:some )?(?:enquiries|inquiries)|chase (?:it|this|that|them|him|her)|pick (?:this|it) up)\\b(?!(?: to you)? (?:on|about|with|regarding) the\\b)";
const ANYBODY_WORD =
	"\\b(?:will|'ll|shall|should|can|to)(?: (?:then|also|be able to|hopefully))* (?:let you (?:know|have)|get back to you|come back to you|reply|respond|be in touch|tell you|write to you|send you|update you|contact you|answer you|be (?:writing|replying|in contact))\\b";
const CANNOT_YET =
	"(?:\\b(?:i|we)\\b[\\w' ]{0,25}|^)(?:can't|cannot|can not|couldn't|could not|unable to|not able to|not (?:yet |quite )?in a position to|won't be able to|rather not|won't guess|don't (?:yet )?know|do not (?:yet )?know|not sure|no idea|not certain)\\b.{0,120}\\b(?:yet|until|till|for now|just now|today|this week|at (?:present|the moment|this stage)|straight away|in full|right now|off the cuff|off the top)\\b|\\b(?:i|we)\\b[\\w' ]{0,25}(?:can't|cannot|couldn't|unable to|not able to|won't|rather not)(?: \\w+)? (?:say|tell|answer|give you|reply|respond|be (?:sure|certain|definite)|confirm|guess|comment)\\b.{0,80}\\b(?:without|before)\\b";

/** There is no answer yet. */
const LACKING = [
	new RegExp(`${OWN_INTENT} ${OWN_WHOLE}`, "iu"),
	new RegExp(CANNOT_YET, "iu"),
	/\b(?:not|impossible|hard|difficult|too (?:soon|early)) (?:possible )?to (?:say|tell|answer|give|be)\b.{0,60}\b(?:yet|until|at (?:present|the moment|this stage)|without)\b|\b(?:n't|not|no|nothing|nobody|none)\b[^.;:]{0,60}\b(?:as )?yet\b/iu,
	/\bsnowed under\b|\b(?:next|top) (?:on|of) (?:the|my|our) (?:list|pile)\b|\b(?:get|got|come) (?:round )?to (?:it|this|that|yours)\b|^checking\b|\bleave (?:it|this|that|them)(?: one)? with (?:me|us|[\p{L}'-]+)\b|\bbear with (?:me|us)\b|\b(?:give|allow) (?:me|us) (?:until|till|a (?:few|day|week|couple|little|bit|chance|moment|minute)|some time|time|to the end)|\bwatch this space\b|^chased\b|\bhopefully soon\b|\b(?:holding|interim) (?:reply|response|note|answer)\b|\bhalf an answer\b|\bmore (?:anon|later|soon|to follow|in due course)\b|\b(?:full(?:er)?|proper|detailed|substantive) (?:reply|answer|response)\b|\b(?:answer|reply|response|details|figures|it|more) (?:to|will) follow\b|\bnot (?:today|yet|this week)\b|\bone for \p{Lu}\p{Ll}+|\b(?:sent|passed|handed|put|pushed|steered) (?:it|this|that|you|them) (?:her|his|their|[\p{L}]+'s) way\b|\bwill do(?: my best| what i can)?[.!]?$|\b(?:has|have|must|need(?:s)?)(?: to)? wait\b|\b(?:still )?(?:nothing|no news|no word) (?:yet|to report|from|back|so far|as yet)\b|\bstill nothing\b/iu,
	/\b(?:being|(?:will|to|shall) be) (?:looked into|looked at|investigated|dealt with|checked|processed|considered|reviewed|followed up|pursued|chased)\b(?! (?:by|and|last|on|in|at)\b)|\b(?:receiving|given|having|getting|under) (?:attention|consideration|review|investigation)\b|\bis with (?:me|us)\b(?! (?:by|on))/iu,
	/\b(?:yet to|(?:is|are|was|has|have|had|do|does|did)(?:n't| not) (?:yet )?(?:with you|got|had|heard|received|been able|managed|found|come back|replied|responded|answered|arrived|reached|sent|yet|supplied|given|know yet))\b(?=.{0,80}(?:\byet\b|\bback\b|\bfrom\b|[.,;!]|$))/iu,
	/(?<!\bit(?:'s| is)?(?: still| just| now)* ?)\b(?:still|am|are|is|'m|'re|been)? ?(?:waiting|awaiting) (?:for|on|to hear|the|a|an|their|his|her|your|our|some|further|confirmation|word|\w+'s)\b|\bstill (?:working|looking|checking|chasing|trying|need|going through|to come|to find|outstanding|investigating|digging|hoping|no (?:reply|answer|word|news))\b/iu,
	/\byou(?:'ll| will| shall| should| can expect to)(?: (?:then|certainly|also))* (?:have (?!to\b|a\b)|hear|receive|be told)\b/iu,
	/\b(?:when|as soon as|once|the moment|whenever) (?:(?:i|we) (?:have|hear|know|get|'ve|am|are|do|can)|(?:he|she|it|they|the \w+) (?:is back|are back|comes? back|repl(?:y|ies)|responds?|answers?|arrives?|reports?|comes? in))\b/iu,
	/(?<!\byou (?:can|could|may|might|will|should) )\b(?:looking into|checking (?:with|whether|if|on)|(?:making|making some) (?:enquiries|inquiries)|enquiring|finding out|find out)\b(?! (?:that|the answer))/iu,
	/\b(?:have|has|'ve|am|'m|are|will|'ll|i) (?:also |just |now )?(?:(?:passed|passing|pass|forwarded|forwarding|forward|referred|referring) (?:it|this|that|your|you|them)|(?:sent|sending|copied|copying|handed|handing) (?:your|you (?:on|over)|this|it (?:on|over|to)))\b.{0,40}\b(?:to|on|in|over|him|her|them)\b(?!.*\b(?:who|and (?:he|she|they)) (?:says?|said|tells?|told|confirm\w*|repl\w+|advis\w+|thinks?|reckons?|agree\w*|decided)\b)|\b(?:enquiry|query|question|e-?mail|message|letter) (?:has been|was|is being) (?:passed|forwarded|referred|sent|handed)\b/iu,
	/\b(?:'d|had) hoped to (?:answer|reply|have|get|be able|write|send)\b|\bno further forward\b|\bno (?:joy|luck)\b|\btaking (?:\w+ )?longer than\b|\bexpect(?:ing)? (?:his|her|their|the|an?|its) (?:reply|answer|response|report|word)\b|\brather be (?:sure|certain)\b|\b(?:am|'m|are|'re|is) (?:still |now |just |busy )*(?:collating|gathering|compiling|assembling|collecting|pulling together|putting together|preparing|drafting) (?:\w+ ){0,3}(?:figures?|answer|reply|response|details|information|papers|data|numbers|documents?)\b/iu,
	/\b(?:i|we)(?:'ve| have)?(?: now| just| also| today| already| again)* (?:asked|pinged|chased|e-?mailed|written to|wrote to|rung|rang|phoned|called|contacted|nudged|messaged|approached|tried|sent an? \w+ to|left (?:word|a message) (?:with|for)) [^.;:]{2,40}?\b(?:about (?:it|this|that|your|the)|for (?:the|his|her|their|an?)|asking|whether|what|if|when)\b(?!.*\b(?:says?|said|tells?|told|repl(?:y|ies|ied)|answered|confirm(?:s|ed)|reckons?|thinks?)\b)/iu,
	/\b(?:i|we) (?:won't|will not|shan't|shall not|don't expect to) (?:have (?!to\b|an? \w+ed\b)|know\b|hear\b|get (?:it|them|the|an)\b)(?=.{0,60}\b(?:before|until|till|for|this|today|yet)\b)/iu,
	/\b(?:do not|don't|have not|haven't|have|with|there's|there is)(?: (?:yet|have|got|had))* (?:no|an?|the|any|your)(?: (?:full|proper|complete|clear|good|real))? answer\b(?: for you| yet| to (?:give|that|this|it)|[.,;]|$)|\b(?:owe you|not|n't|no)(?: (?:yet|quite|have|got|had))* (?:an?|any|the)(?: (?:full|proper))? (?:answer|reply)\b|\b(?:n't|not) (?:yet |quite )?(?:got |been able to get )?(?:to the bottom of|there yet)\b/iu,
	/\b(?:can(?:'t|not)|can not|could(?:n't| not)|won't|will not)(?: yet)? be (?:given|worked out|calculated|confirmed|supplied|stated|produced|drawn up|totalled|finished|put together|said)\b.{0,60}\b(?:yet|until|till|before|without|at (?:present|the moment)|just now)\b|\bexpect (?:my|our|a|an|another|the) (?:full |proper |longer |fuller |further )?(?:note|reply|answer|letter|e-?mail|response|line)\b|(?:^|\b(?:will|'ll|shall) )(?:shout|holler|ping you|e-?mail(?: you)?|write|report|reply|answer) (?:again )?(?:when|once|as soon as|the moment|the minute)\b/iu,
	/\bgadewch (?:o|e|hyn|hwn|ef) (?:gyda|efo) (?:fi|ni|mi)\b|\b(?:byddaf|byddwn|mi fydda i|fe fydda i) (?:i )?(?:yn )?(?:ymateb|ateb|mewn cysylltiad|edrych)\b|\b(?:fe |mi )?(?:edrychaf|edrycha i|wnaf i edrych|holaf)\b/iu,
];
/** Words by which an answer is put off, or told to be on its way. */
const DEFERRAL = [new RegExp(`${OWN_INTENT} ${OWN_WORD}`, "iu"), new RegExp(ANYBODY_WORD, "iu"), ...LACKING];
const COURTESY =
	/^(?:(?:dear|hi|hello|good (?:morning|afternoon|evening|question|point)|morning|afternoon|evening|happy (?:new year|monday|friday|christmas|easter))\b[^,.;:]{0,40}|(?:it is|it's|that's|that is|what) (?:a |an )?(?:very |really )?(?:good|fair|interesting|excellent|reasonable) (?:question|point|spot)|(?:many |very many |with )?(?:thanks|thank you)(?: (?:very|so) much| indeed| again)?(?:,? (?:\p{L}[\p{L}'-]+|(?:cllr|mr|mrs|ms|dr) [\p{L}'-]+))?|ta|cheers|diolch(?: yn fawr)?|(?:i )?hope (?:you|this|that|all)\b.{0,80}|(?:(?:i'm|i am|so|very|we are|we're|my|sincere|do|i do|please accept my) )*(?:sorry|apolog\w+)(?: again)?(?: (?:that )?you(?:'re| are|'ve| have| had| were)\b[\w' -]{1,60}| (?:for|about) (?:the|my|any|that|this|not|being)\b[\w' -]{0,70}| (?:that )?(?:this|it)(?:'s| has| is| took| was| wasn't) [\w' -]{1,60}| (?:to|if) (?:keep|have kept|i|we) [\w' -]{1,40})?|(?:kind|best|warm) (?:regards|wishes)|regards|all (?:the )?best|yours \w+|many thanks.{0,30}|(?:(?:it was|it's|it is|so|how|always|what a) )?(?:very |really |so )?(?:lovely|nice|good|great|kind|pleasure) (?:to (?:see|hear from|meet|talk|speak)|of you|seeing|hearing|meeting)\b[^.;:]{0,60}|no (?:problem|worries|trouble)|of course|certainly|you're welcome|(?:i )?(?:do )?(?:appreciate|understand|realise) (?:your|that you|it's|this is|how).{0,80}|thank(?:s| you) for (?:your (?:continued |kind )?patience|bearing with|waiting|being patient|asking|the reminder|your kind).{0,60}|(?:have|enjoy) (?:a|the|your) .{0,30}|(?:ok|okay|right|great|lovely|super|perfect|fine|brilliant|sure|wonderful|excellent)(?:[ ,]+(?:thanks?|thank you|ta|cheers|then))?(?: [\p{L}'-]+)?|(?:very )?much appreciated|see you .{0,40}|with (?:kind|best).{0,30}|speak soon|more power to.{0,20}|sent from .{0,30}|(?!no\b|ie\b)[\p{L}.]{1,2})[.!,]*$/iu;
const REASON =
	/\b(?:(?:has|have|had) (?:left|retired|moved on|resigned|changed (?:its|their|his|her|the))|short of (?!the\b)|the (?:difficulty|problem|trouble|snag|hold-?up|delay|hitch) is|in dispute|(?:cannot|can't|couldn't|could not) (?:get|reach|gain)|not (?:readable|accessible|usable|legible)|needs? (?:input|sign-?off|confirmation|figures|information|a check) from|in boxes|(?:is|are|was|were) (?:closing|late|overdue|under (?:staffed|pressure))|look(?:s|ed)? (?:wrong|odd|too (?:high|low))|(?:holds?|keeps?|has|have) (?:the|all the|those) (?:drawings?|files?|records?|plans?|papers|deeds?|figures|keys?)|only (?:keeps?|goes back|holds?)|because|since|as (?!soon|far|long|much|many|well|yet|you\b|promised|requested|asked|per|to\b|for\b|if|ever|possible)|due to|owing to|on account of|so that|without (?:which|sight|the|it|them|that)|(?:is|are|am|'s|'m|was|were|been|be) (?:currently |still |now )?(?:away|on (?:leave|holiday|annual|sick|a course|maternity|paternity|jury)|off (?:sick|until|this|for|work|today)|ill|unwell|in hospital|out of (?:the office|town)|tied up|snowed under|short[- ]staffed|abroad|at a (?:conference|course|funeral)|in storage|in the archive|under water|being (?:scanned|rebuilt|audited|repaired|moved|migrated|checked|drafted|reviewed))|need(?:s)? (?:to (?:check|ask|look|see|speak|go|find|read|have|take|consult|be)|the|a|an|their|his|advice)|have to (?:check|ask|go|wait|look)|depends? on|waiting (?:for|on|to)|awaiting|(?:has|have|had|did)(?:n't| not) (?!(?:yet )?(?:got|had|any) (?:an|the|your|you|any|it|that)\b)|(?:is|are|was|were)(?:n't| not) (?!with you|yet|ready)|do(?:es)?(?:n't| not) (?!(?:yet )?(?:know|have (?:an|the|your)))|couldn't (?:reach|find|get|open)|not (?:yet )?(?:sent|supplied|replied|come|arrived)|backlog|busy|all hands|flat out|up against it|under pressure|a lot on|rushed off|overwhelmed|stretched|behind with|catching up|running (?:behind|late)|sickness|illness|holidays|absence|year[- ]end|until (?!\d|the \d|then|tomorrow|next|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day|after (?:the )?\d)|at the (?:bureau|solicitors?|bank|county|printers?|archive|garage|binders?)|no (?:reply|answer|word|response)|still nothing|nothing (?:back|from)|(?:is|are) with (?:the|our|his|her|their|an?)\b|so (?:i|we) (?:can't|cannot|couldn't|haven't)|can(?:'t|not) (?:look|get|check|find|open|reach|access|read)|went to|gone to|lost|missing|disagrees?|takes? (?:time|longer|some)|will take|oherwydd|gan (?:fod|nad)|achos|aros am)\b/iu;
const SOURCE =
	"(?:report|survey|figures?|drawings?|plans?|files?|notes?|notebooks?|readings?|quotes?|quotations?|invoices?|measurements?|data|results?|documents?|deeds?|minutes?|maps?|photographs?|photos?|pictures?|opinion|tests?|samples?|accounts?|spreadsheets?|records?|ledger|returns?|printout|papers?|pages?)";
const FAULT =
	"(?:missing|wrong|without|misread|unsigned|incomplete|illegible|unreadable|torn|corrupt(?:ed)?|mislaid|misplaced|lost|useless|astray|blank|unfinished|out of date|(?:do|does|did)(?:n't| not) (?:agree|match|tally|add up|open|cover)|won't open|will not open|contradict\\w*|half[- ]done)";
/** What the answer must be taken from is spoilt, or somebody did not do his part: a reason for the delay. */
const SPOILT = new RegExp(
	`\\b${SOURCE}\\b.{0,80}\\b${FAULT}(?!\\w)|\\b${FAULT}\\b.{0,40}\\b${SOURCE}\\b|\\blet (?:us|me) down\\b|\\b(?:sent|returned|handed|gave) (?:it|them|the \\w+) (?:straight )?(?:back|to (?:him|her|them))\\b`,
	"iu",
);
/** What explains something and not a delay: in front of a deferral it may be the answer. */
const EXPLAINS = /\b(?:because|since \d{4}|as|due to|owing to)\b/giu;
const ACTION =
	/\b(?:(?:[Ii]|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Aa]nd|\p{Lu}\p{Ll}+(?: and \p{Lu}\p{Ll}+)?)(?:'ve| have| has|'s)? (?:now |just |already |also |again |since |twice |today |both )*(?:asked|chased|written|wrote|pressed|left (?:him|her|them|word|a)|emailed|e-mailed|rung|rang|phoned|telephoned|spoken|spoke|requested|instructed|arranged|commissioned|ordered|booked|contacted|sent (?:for|off|them|him|her|the)|put in|pressed|reminded|raised|called|got .{3,30} (?:to|coming)|been (?:asked|instructed|told|reminded|chased) to|been (?:on to|through|chasing|in touch)|made a start|started|begun|gone (?:back|through)|referred|invited|sought)|(?:am|[Ii]'m|are|[Ww]e're|they're|is|[Hh]e's|[Ss]he's|[Ii]t's) (?:now |also |still |currently |already |busy )*(?:working (?:through|on)|going through|chasing|checking|asking|pressing|getting|seeking|arranging|collecting|gathering|pulling together|putting together|comparing|drafting|speaking (?:to|with)|talking to|writing to|meeting|ringing|contacting|pursuing|searching|trying (?:to get|to reach)|on to|in touch with|obtaining|walking|visiting|inspecting|reviewing|(?:re-?)?reading|digging|(?:re-?)?\p{L}{3,}ing (?:it|them|those|these|(?:all )?the (?:files?|figures?|readings?|totals?|papers?|records?|invoices?))(?= |[.,;]|$))|(?:will|'ll|shall|is going to|are going to|am going to|'m going to) (?:also |then |now |be )*(?:ask(?! you)|chase|ring(?! you)|call(?! you)|phone(?! you)|write to(?! you)|speak (?:to|with)(?! you)|talk to(?! you)|visit|inspect|walk|meet(?! you)|go (?:through|over|round|and|to|down)|measure|survey|check|search|contact(?! you)|press|raise|take (?:it|this) up|get (?:a|the|two|three|hold|on to)|compare|count|look (?:through|in|at the|for|up)|read|dig|pull|commission|obtain|seek|arrange|asking|chasing|visiting|walking|inspecting|meeting)|rydw i wedi gofyn|rwyf wedi gofyn|wedi gofyn i)\b/u;
/** Anything under way, whoever does it: in doubt a delay is being worked on. */
const UNDER_WAY =
	/\b(?:am|is|are|'m|'re|'s) (?:now |still |just |also |already |currently |busy |\p{L}+ly )*(?!(?:wait|await|hop|be|hav|miss|go|clos|com|expect|look forward|run|lack|depend|tak)ing)\p{L}{3,}ing\b|\b(?:reminders?|letters?|requests?) (?:has|have) (?:been|gone)\b|\b(?:is|are) (?:in hand|under way|on the case)\b/iu;
/** A time limit counts where it is the answer's, not that of an errand. */
const PROMISE =
	/\b(?:expect (?:my|our|an?|another|the) (?:\w+ )?(?:note|letter|e-?mail|line)|you(?:'ll| will| shall| should| can expect)|(?:let|tell|give|send|update|write to|reply to|answer|with|to|for) you|send (?:it|them)\b|(?:won't|will not|shan't|shall not|don't expect to) (?:have|know|hear|get)\b|repl(?:y|ies)|respond|response|answer|(?:get|come|report|write) back|in touch|pass (?:it|this|that|them)? ?on|look (?:at|into) (?:this|it|that)|(?:give|allow) (?:me|us)|(?:is|are|be|it's|they're) (?:due|expected|promised|ready)|(?:have|has) promised|due (?:in|on|by|back)|(?:will|'ll|shall|should|hope to|expect to) (?:know|have|hear)|write again|byddaf|ymateb|ateb)\b/iu;
/** "Since before Christmas", "not today": no promise. */
const NOT_A_LIMIT =
	/\b(?:since|from|not|after|dated|last|(?:letter|e-mail|message|report|meeting|minutes|note) of)\s+(?:the )?$/iu;
const ANSWERING =
	/^(?:yes|no(?! (?:idea|doubt|news|reply|answer|word|joy|luck|problem|worries|progress)\b)|none|both|neither|correct|true|right|done|indeed|never|always|nobody(?! (?:who|here|left|else|at|in|still)\b)|ydy|ydi|nac|oes|ie|nage)\b|[£€$]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:%|per cent|pounds|metres?|acres?|plots?|people|members|sites?|percent|decibels|hours a)|\b(?:is |are |find |have )?attached\b|\bthe (?:short )?answer (?:is|to)\b|\bwhat i can (?:say|tell you)\b|\b(?:i|we) can (?:say|tell you|confirm)\b(?! (?:when|once|until))|^(?:last|next|every|in|on|about|since) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|mon|tues|wednes|thurs|fri|satur|sun)\w*[.!]?$|\b(?:on|as to|as for|to) (?:your|the) (?:first|second|third|other|last) (?:question|point|query|one)\b|^(?:but |and )?(?:the|your) (?:first|second|third|other|last|easy|short) (?:question |part |half |one |bit |point )?(?:is|was|has|i can|we can)\b|\bas (?:you asked|requested|promised)\b/iu;
const REFERRAL =
	/\b(?:(?:\w+'s|his|her|my|our|their) (?:department|area|side|desk|patch|job|field|province)|deals? with|looks? after|handles?|is (?:back|in|off|away|out)\b|the (?:person|one|man|woman|officer) (?:to|who)|copied (?:in|here)|in copy)\b/iu;
const QUESTION_BACK = /\?["')\]]*$/u;

const UNKNOWING =
	/\b(?:no idea|not (?:sure|certain)|don't (?:yet )?know|do not (?:yet )?know|can't (?:say|remember)|off the top of my head|good question)\b/iu;

/** "Could I come back to you next week?": a delay, in the form of a question. */
const ASKS_FOR_TIME =
	/\b(?:could|can|may|might|would it be all right if|is it all right if) (?:i|we) (?:(?:come|get) back to you|let you know|reply|answer|have (?:until|till|a (?:day|week|few)))\b/iu;

type Role = "courtesy" | "receipt" | "errand" | "deferral" | "question" | "content";

interface Clause {
	readonly text: string;
	readonly role: Role;
}

/** Reads an officer's own words. `day` is the day on which they were written, `2026-03-03`, for "by Friday". */
export function readReply(
	authored: string,
	day: string,
	options: { readonly enclosures?: boolean } = {},
): ReplyReading {
	if (authored.length > LONGEST_HOLDING_CHARS) return { kind: "answer" };
	const text = readable(authored);
	const clauses = withoutName(sentencesOfLetter(text)).flatMap(clausesOf).map(withRole);
	// "£40" is an answer without a word.
	if (clauses.length === 0 && /\d/u.test(text)) return { kind: "answer" };
	if (clauses.length === 0) return { kind: options.enclosures === true ? "answer" : "empty" };
	const content = clauses.filter(({ role }) => role === "content");
	const firstCue = clauses.findIndex(({ role }) => role === "deferral");
	if (firstCue < 0) {
		if (content.some(({ text: words }) => !isRemark(words, clauses))) return { kind: "answer" };
		if (options.enclosures === true) return { kind: "answer" };
		const errand = clauses.findIndex(({ role }) => role === "errand");
		if (errand >= 0) return { ...holding(clauses, errand, day), errand: evidenceQuote(clauses[errand]?.text ?? "") };
		const asked = clauses.find(({ role }) => role === "question");
		if (asked !== undefined) return { kind: "question", quote: evidenceQuote(asked.text) };
		return { kind: "receipt", quote: evidenceQuote(clauses.map(({ text: words }) => words).join(" ")) };
	}
	const before = clauses.slice(0, firstCue).filter(({ role, text: words }) => role === "content" && isStatement(words));
	// "I'll look up the day. The rent is reviewed every five years." After a plain "not yet" such words are the reason.
	const promisesMore = !clauses.some(({ text: words }) => LACKING.some((cue) => cue.test(words)));
	const after = clauses
		.slice(firstCue)
		.filter(
			({ role, text: words }) => role === "content" && (isAnswer(words) || (promisesMore && isFullStatement(words))),
		);
	if (before.length > 0 || after.length > 0) return { kind: "answer" };
	return holding(clauses, firstCue, day);
}

function holding(clauses: readonly Clause[], cue: number, day: string): ReplyReading {
	const own = clauses.filter(({ role }) => role !== "courtesy" && role !== "question");
	const reason =
		own.find(({ text }) => REASON.test(text) || SPOILT.test(text)) ??
		own.find(({ role, text }) => role === "content" && text.split(/\s+/u).length > 4 && !ACTION.test(text));
	const action =
		own.find(({ text }) => ACTION.test(text)) ??
		own.find(({ role }) => role === "errand") ??
		own.find(({ text }) => UNDER_WAY.test(text));
	const timescale = own
		.flatMap(({ text }) => promiseIn(text, day))
		.toSorted((a, b) => ((a.until ?? "") < (b.until ?? "") ? 1 : -1))[0];
	return {
		kind: "holding",
		quote: evidenceQuote(clauses[cue]?.text ?? ""),
		...(reason === undefined ? {} : { reason: evidenceQuote(reason.text) }),
		...(action === undefined ? {} : { action: evidenceQuote(action.text) }),
		...(timescale === undefined ? {} : { timescale }),
	};
}

function promiseIn(text: string, day: string): readonly TimeLimit[] {
	// "She is away until Friday" is a reason; the promise may stand beside it.
	if (!PROMISE.test(text) || isAbsence(text)) return [];
	const limit = timeLimitIn(text, day);
	if (limit === undefined) return [];
	const before = text.slice(0, text.indexOf(limit.quote));
	const refused = REFUSED.test(before) && !/^(?:until|till|before|by|for|in|within|after)\b/iu.test(limit.quote);
	return NOT_A_LIMIT.test(before) || refused || (THIS_DAY.test(limit.quote) && DONE_BEFORE.test(before)) ? [] : [limit];
}

/** "I have chased them again this morning and will be in touch": the time of what was done. */
const THIS_DAY = /^(?:today|this (?:morning|afternoon|evening|week)|tonight|now)\b/iu;
const DONE_BEFORE =
	/(?:\b(?:have|has|had)|'(?:ve|s|d))(?: \p{L}+){1,8} ?$(?<!\b(?:will|shall|'ll)\b.*)|\b(?:chased|asked|rang|wrote|spoke|e-?mailed|phoned|called|went|saw|met)\b(?!.*\b(?:will|shall|should|hope|expect)\b|.*'ll\b)/iu;

/** "I can't answer that in full today"; but "not before Friday" and "no later than Friday" are estimates. */
const REFUSED =
	/(?:n't|\b(?:not|cannot|unable|impossible|nothing))\b(?!.*(?:\b(?:will|shall|until|till|before|by|than|within|if|and)\b|'ll\b|,))[^.;:]*$/iu;

const ABSENCE =
	/\b(?:(?:is|are|am|'s|'m|'re|be) (?:away|off|on leave|on holiday|out|closed|shut|not (?:in|back)|sick|ill)|on (?:leave|holiday)|closed)\b.{0,40}\b(?:until|till|to|before)\b/iu;

function isAbsence(text: string): boolean {
	return ABSENCE.test(text) && !/\b(?:will|'ll|shall) (?:reply|answer|send|let|have|get|come|write)\b/iu.test(text);
}

const TURN = /(?:;\s+|:\s+(?=(?:[\p{L}'’]+ ){2}[\p{L}])|,?\s+\bbut\s+(?=\p{L})|\s+[–—]\s+|,\s+though\s+)/u;

/** A sentence may put off one thing and answer another: "I can't say yet, but the field is let for grazing only". */
function clausesOf(sentence: string): readonly string[] {
	return sentence
		.split(TURN)
		.map((part) => part.trim())
		.filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** A name alone on the last line is the writer's. */
const NAME_ALONE = /^\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){0,2}$/u;

function withoutName(all: readonly string[]): readonly string[] {
	return all.length > 1 && NAME_ALONE.test(all.at(-1) ?? "") ? all.slice(0, -1) : all;
}

const LEAD =
	/^(?:(?:and|but|so|well|hi|hello|dear|(?:[Gg]ood )?(?:[Mm]orning|[Aa]fternoon|[Ee]vening)|[Hh]appy [Nn]ew [Yy]ear)\s*)?(?:\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?\s*[,–—-]+\s*)?/u;

function withRole(text: string): Clause {
	if (QUESTION_BACK.test(text) && !ASKS_FOR_TIME.test(text)) return { text, role: "question" };
	const bare = text.replace(LEAD, "");
	if (ASKS_FOR_TIME.test(text) || DEFERRAL.some((cue) => cue.test(bare))) return { text, role: "deferral" };
	const forms = bare === text ? [text] : [bare, text];
	if (!ANSWERING.test(text) && errandIn(bare) !== undefined) return { text, role: "errand" };
	if (forms.some((form) => RECEIPT.test(form) || ARRIVED.test(form))) return { text, role: "receipt" };
	if (forms.some((form) => COURTESY.test(form))) return { text, role: "courtesy" };
	return { text, role: "content" };
}

/** Beside a bare receipt, a word on who deals with it is no answer. */
function isRemark(text: string, clauses: readonly Clause[]): boolean {
	return (
		clauses.some(({ role }) => role === "receipt" || role === "errand") && REFERRAL.test(text) && !ANSWERING.test(text)
	);
}

/** Something said before the answer is put off: no mere reason, and no errand. */
function isStatement(text: string): boolean {
	if (ANSWERING.test(text)) return true;
	return (
		text.split(/\s+/u).length > 3 &&
		!UNKNOWING.test(text) &&
		!/^(?:[\p{L}'-]+,? )?(?:so |very |many |my )?(?:sorry|apolog)/iu.test(text) &&
		!REASON.test(text.replace(EXPLAINS, " ")) &&
		!SPOILT.test(text) &&
		!ACTION.test(text) &&
		!REFERRAL.test(text)
	);
}

const FULL_STATEMENT_WORDS = 7;

function isFullStatement(text: string): boolean {
	return text.split(/\s+/u).length >= FULL_STATEMENT_WORDS && isStatement(text);
}

/** Something said after it: only what clearly answers. */
function isAnswer(text: string): boolean {
	return ANSWERING.test(text) && !REASON.test(text) && !ACTION.test(text);
}
