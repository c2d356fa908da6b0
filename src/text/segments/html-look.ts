/** How an element of an HTML mail looks to its reader, inherited from the elements around it. */
import { type Colour, colourOf, type Effect, effectOf, looksSame, type Sheet, TRANSPARENT, UNKNOWN } from "./css.ts";

export interface Look {
	/** Not shown, and nothing inside can be: display:none, opacity 0, … */
	readonly gone: boolean;
	readonly visible: boolean;
	/** Pixels. */
	readonly size: number;
	/** Undefined until a colour is set: the reader's own. */
	readonly colour: Colour | undefined;
	readonly background: Colour;
	readonly preformatted: boolean;
	/** Depth of quoting blockquotes. */
	readonly quoteDepth: number;
	/** Depth of containers that mail programs put a whole quoted thread into. */
	readonly box: number;
	/** Inside an element that a mail program made for the "On … wrote:" line. */
	readonly attribution: boolean;
}

export const ROOT_LOOK: Look = {
	gone: false,
	visible: true,
	size: 16,
	colour: undefined,
	background: 0xffffff,
	preformatted: false,
	quoteDepth: 0,
	box: 0,
	attribution: false,
};

/** Text smaller than this is not meant to be read. */
const READABLE_PX = 1.5;

export function isSeen(look: Look): boolean {
	if (look.gone || !look.visible || look.size < READABLE_PX) return false;
	if (look.colour === undefined) return true;
	return look.colour !== TRANSPARENT && !looksSame(look.colour, look.background);
}

export type Attributes = Readonly<Record<string, string>>;

/** Everything that sheet, old attributes and the style attribute say of an element; undefined where nothing does. */
export function effectsOn(
	name: string,
	attributes: Attributes,
	sheet: Sheet,
	cache: Map<string, Effect | undefined>,
): Effect | undefined {
	let effect: Effect | undefined;
	if (sheet.size > 0) {
		effect = sheet.get(name);
		const names = attributes.class?.toLowerCase().split(/\s+/) ?? [];
		for (const one of names) {
			for (const rule of [sheet.get(`.${one}`), sheet.get(`${name}.${one}`)]) if (rule) effect = { ...effect, ...rule };
		}
		const id = attributes.id;
		const rule =
			id === undefined ? undefined : (sheet.get(`#${id.toLowerCase()}`) ?? sheet.get(`${name}#${id.toLowerCase()}`));
		if (rule) effect = { ...effect, ...rule };
	}
	const { bgcolor, color, background, hidden, style } = attributes as Record<string, string | undefined>;
	const colour = color === undefined ? undefined : colourOf(color);
	if (colour !== undefined) effect = { ...effect, colour };
	const back = background === undefined ? (bgcolor === undefined ? undefined : colourOf(bgcolor)) : UNKNOWN;
	if (back !== undefined) effect = { ...effect, background: back };
	if (style !== undefined) {
		let inline = cache.get(style);
		if (inline === undefined && !cache.has(style)) {
			inline = effectOf(style);
			cache.set(style, inline);
		}
		if (inline) effect = { ...effect, ...inline };
	}
	if (hidden !== undefined && hidden !== "until-found") effect = { ...effect, gone: true };
	return effect;
}

/** The look of an element inside another one. */
export function lookWithin(outer: Look, effect: Effect): Look {
	const size = effect.size ?? (effect.sizeFactor === undefined ? outer.size : outer.size * effect.sizeFactor);
	const background =
		effect.background === undefined || effect.background === TRANSPARENT ? outer.background : effect.background;
	return {
		...outer,
		gone: outer.gone || effect.gone === true,
		visible: effect.visible ?? outer.visible,
		size,
		colour: effect.colour ?? outer.colour,
		background,
		preformatted: effect.preformatted ?? outer.preformatted,
	};
}
