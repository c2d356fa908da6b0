/** The plain Welsh forms of saying who has a message. */
import type { ToldCopy } from "./copy-words.ts";

/** "Anfonais eich neges at X", "Rwyf wedi copïo X", "Mae X wedi gweld eich llythyr". */
const WELSH_SENT =
	/\b(?:anfon(?:ais|wyd|af|odd)?|gyrr(?:ais|wyd|af|u)|pas(?:iais|iwyd|iaf|io)|rhann(?:ais|wyd|af|u)|blaenyrr\w+|dangos(?:ais|wyd|af)?)\b([^.;:?!]{0,80}?)\b(?:at|ymlaen at|gyda|i)\b(.*)/iu;
const WELSH_COPIED =
	/\b(?:[cg]|ch)opï(?:o|ais|wyd|af)\b(.*)|\b(?:[cg]|ch)opi (?:dall )?(?:o hwn |o'r neges hon )?(?:at|i)\b(.*)/iu;
const WELSH_HAS =
	/\bmae'?r?\b((?:\bCyng\.|[^.;:?!]){2,60}?) (?:hefyd )?(?:wedi|yn) (?:cael|gweld|derbyn|darllen|chael)\b[^.;:?!]{0,20}(copi|gopi|neges|llythyr|e-bost|hwn|hyn)/iu;
const WELSH_NOT = /\b(?:heb|nid|nad|ddim|dim|peidiwch|os)\b/i;

/** The first of its kind in the sentence; a negation, condition or question gives nothing. */
export function copiesToldInWelsh(text: string): ToldCopy[] {
	if (WELSH_NOT.test(text) || /\?\W*$/.test(text)) return [];
	const copied = WELSH_COPIED.exec(text);
	if (copied !== null) return [{ kind: "text", names: copied[1] ?? copied[2] ?? "", whom: "all", index: copied.index }];
	const sent = WELSH_SENT.exec(text);
	if (
		sent !== null &&
		/\b(?:neges|llythyr|e-bost|hwn|hyn|nodyn|gais|cais|chwestiwn|gopi|copi)\b/i.test(sent[1] ?? "")
	) {
		return [{ kind: "announced", names: sent[2] ?? "", whom: "all", index: sent.index }];
	}
	const has = WELSH_HAS.exec(text);
	return has === null
		? []
		: [{ kind: /copi/i.test(has[2] ?? "") ? "text" : "announced", names: has[1] ?? "", whom: "all", index: has.index }];
}
