/** Verbs of everyday work that officials' letters seldom hold, and councillors' notes to staff do. */
import { classOf, isBaseVerb } from "../statements/lexicon.ts";

const EVERYDAY = new Set(
	`skip stick slap whack bung chuck ditch nail tape pin staple laminate scan copy photocopy print retype type swap bin rub wipe
	hoover dust polish wash hose rake tidy straighten shovel salt sand spray soak saw lift wheel cone rope cordon plug unplug
	reset reboot turf sow seed untie tie wrap box bag label stamp date collate file shred upload download crop enlarge
	renumber reprint rewrite redo reword lose cross tick ink whitewash scrub sponge bleach chain padlock bolt unbolt screw
	unscrew glue drill hammer wedge jack trundle cart barrow deliver hand circulate leaflet poster pull whip haul nip grease oil
	sharpen service weed mulch prune draft redraft rotavate jet unblock rod descale restock refill dismantle erect assemble water
	varnish creosote stencil hang unlock declutter jetwash`.split(/\s+/),
);
const NOT_AGAIN = new Set(
	"return remark reserve resign react recall record remind report reform reply repress".split(" "),
);
const HANDS = new Set(["WORK", "MOVE", "DEAL", "RUN"]);

/** A verb of handiwork that the lexicon lacks, or one of its verbs done again: "reprint", "repost". */
export function isEverydayWork(verb: string): boolean {
	if (EVERYDAY.has(verb)) return true;
	if (NOT_AGAIN.has(verb)) return false;
	const again = verb.startsWith("re") ? verb.slice(2).replace(/^-/, "") : "";
	return again.length > 2 && isBaseVerb(again) && HANDS.has(classOf(again) ?? "");
}
