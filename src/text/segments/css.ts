/** As much CSS as it takes to tell whether a reader sees a text. */

/** What a rule or a style attribute says of visibility; a missing key says nothing. */
export interface Effect {
	readonly gone?: true;
	readonly visible?: boolean;
	/** Pixels, or a factor of the parent's size. */
	readonly size?: number;
	readonly sizeFactor?: number;
	readonly colour?: Colour;
	readonly background?: Colour;
	readonly preformatted?: boolean;
	/** No space between this paragraph and the next. */
	readonly tight?: boolean;
	/** A rule is drawn above it: mail programs do so over the header block of a quoted message. */
	readonly ruledAbove?: true;
	/** A bar is drawn at its left, as quotes have; `false` where a border is expressly none. */
	readonly bar?: boolean;
}

/** 0xRRGGBB, or one of the two below. */
export type Colour = number;
export const TRANSPARENT: Colour = -1;
/** A picture or a gradient: nobody can tell what stands out from it. */
export const UNKNOWN: Colour = -2;

/** Two colours that differ by less than this in each channel look the same on a screen. */
const SAME_TO_THE_EYE = 14;
/** Anything moved further than this is off the page. */
const OFF_PAGE_PX = -500;

const NAMES: Readonly<Record<string, number>> = {
	white: 0xffffff,
	snow: 0xfffafa,
	ivory: 0xfffff0,
	whitesmoke: 0xf5f5f5,
	ghostwhite: 0xf8f8ff,
	black: 0,
	windowtext: 0,
	silver: 0xc0c0c0,
	gray: 0x808080,
	grey: 0x808080,
	red: 0xff0000,
	navy: 0x000080,
	blue: 0x0000ff,
	green: 0x008000,
	maroon: 0x800000,
	yellow: 0xffff00,
	orange: 0xffa500,
	purple: 0x800080,
	teal: 0x008080,
	lightgrey: 0xd3d3d3,
	lightgray: 0xd3d3d3,
	window: 0xffffff,
	transparent: TRANSPARENT,
};

/** A colour as CSS or an old HTML attribute writes it; undefined where it says nothing that we know. */
export function colourOf(value: string): Colour | undefined {
	const word = value.trim().toLowerCase();
	const named = NAMES[word];
	if (named !== undefined) return named;
	const hex = /^#?([0-9a-f]{3,8})$/.exec(word)?.[1];
	if (hex !== undefined && (word.startsWith("#") || hex.length === 6)) {
		if (hex.length === 8 && hex.endsWith("00")) return TRANSPARENT;
		if (hex.length === 3 || hex.length === 4) {
			const [r, g, b] = hex;
			return Number.parseInt(`${r}${r}${g}${g}${b}${b}`, 16);
		}
		return hex.length >= 6 ? Number.parseInt(hex.slice(0, 6), 16) : undefined;
	}
	const parts = /^rgba?\(([^)]{1,60})\)/.exec(word)?.[1]?.split(/[\s,/]+/);
	if (parts === undefined || parts.length < 3) return undefined;
	const [red = 0, green = 0, blue = 0, alpha = 1] = parts
		.filter((part) => part !== "")
		.map((part, index) =>
			part.endsWith("%") ? (Number.parseFloat(part) / 100) * (index < 3 ? 255 : 1) : Number(part),
		);
	if (alpha < 0.05) return TRANSPARENT;
	return (channel(red) << 16) | (channel(green) << 8) | channel(blue);
}

function channel(value: number): number {
	return Number.isFinite(value) ? Math.min(255, Math.max(0, Math.round(value))) : 0;
}

export function looksSame(a: Colour, b: Colour): boolean {
	if (a < 0 || b < 0) return false;
	for (const shift of [16, 8, 0]) {
		if (Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) >= SAME_TO_THE_EYE) return false;
	}
	return true;
}

const SIZE_WORDS: Readonly<Record<string, number>> = {
	"xx-small": 9,
	"x-small": 10,
	small: 13,
	medium: 16,
	large: 18,
	"x-large": 24,
	"xx-large": 32,
	initial: 16,
};
const PX_PER: Readonly<Record<string, number>> = {
	px: 1,
	"": 1,
	pt: 4 / 3,
	pc: 16,
	in: 96,
	cm: 37.8,
	mm: 3.78,
	rem: 16,
};

function sizeOf(value: string): Pick<Effect, "size" | "sizeFactor"> {
	const word = SIZE_WORDS[value];
	if (word !== undefined) return { size: word };
	const match = /^(\d*\.?\d+)\s*([a-z%]*)/.exec(value);
	if (match === null) return {};
	const number = Number(match[1]);
	const unit = match[2] ?? "";
	if (unit === "em" || unit === "%" || unit === "ex") return { sizeFactor: unit === "%" ? number / 100 : number };
	const px = PX_PER[unit];
	return px === undefined ? {} : { size: number * px };
}

function pixels(value: string): number | undefined {
	const match = /^(-?\d*\.?\d+)\s*([a-z%]*)/.exec(value);
	if (match === null) return undefined;
	return Number(match[1]) * (match[2] === "em" ? 16 : (PX_PER[match[2] ?? ""] ?? 1));
}

const MENTIONS_ANYTHING =
	/display|visib|font|colou?r|background|opacity|height|width|indent|mso-hide|left|top|clip|white-space|margin|border|transform/i;

/** Reads a `style` attribute or the inside of a rule. */
export function effectOf(declarations: string): Effect | undefined {
	if (!MENTIONS_ANYTHING.test(declarations)) return undefined;
	const said = new Map<string, string>();
	for (const declaration of declarations.toLowerCase().split(";")) {
		const colon = declaration.indexOf(":");
		if (colon < 0) continue;
		const value = declaration.slice(colon + 1).replace("!important", "");
		said.set(declaration.slice(0, colon).trim(), value.trim());
	}
	const effect: { -readonly [key in keyof Effect]: Effect[key] } = {};
	if (isGone(said)) effect.gone = true;
	const visibility = said.get("visibility");
	if (visibility !== undefined) effect.visible = visibility !== "hidden" && visibility !== "collapse";
	const font = said.get("font");
	const size =
		said.get("font-size") ?? (font === undefined ? undefined : /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%))/.exec(font)?.[1]);
	if (size !== undefined) Object.assign(effect, sizeOf(size));
	const colour = said.get("color");
	if (colour !== undefined) {
		const read = colourOf(colour);
		if (read !== undefined) effect.colour = read;
	}
	const background = backgroundOf(said);
	if (background !== undefined) effect.background = background;
	const space = said.get("white-space");
	if (space !== undefined) effect.preformatted = space.startsWith("pre") || space === "break-spaces";
	const margin = said.get("margin-bottom") ?? said.get("margin");
	if (margin !== undefined) effect.tight = /^0(?:[a-z%]|\s|$)/.test(margin.replace(/\.0+/, ""));
	const above = said.get("border-top");
	if (above !== undefined && /solid/.test(above)) effect.ruledAbove = true;
	const left = said.get("border-left") ?? said.get("border-left-width") ?? said.get("border-left-style");
	if (left !== undefined) effect.bar = !/none|^0/.test(left);
	else if (said.get("border") !== undefined) effect.bar = !/none|^0/.test(said.get("border") ?? "");
	return effect;
}

function isGone(said: ReadonlyMap<string, string>): boolean {
	if (said.get("display") === "none" || said.get("mso-hide") === "all") return true;
	const opacity = said.get("opacity");
	if (opacity !== undefined && Number.parseFloat(opacity) < 0.05) return true;
	if (/hidden|clip/.test(said.get("overflow") ?? "")) {
		for (const key of ["max-height", "height", "max-width", "width"]) {
			const extent = said.get(key);
			if (extent !== undefined && (pixels(extent) ?? 99) <= 1) return true;
		}
	}
	if ((pixels(said.get("text-indent") ?? "") ?? 0) < OFF_PAGE_PX) return true;
	const position = said.get("position");
	if (position === "absolute" || position === "fixed") {
		for (const key of ["left", "top", "right"]) if ((pixels(said.get(key) ?? "") ?? 0) < OFF_PAGE_PX) return true;
		if (/^rect\(\s*0/.test(said.get("clip") ?? "")) return true;
	}
	return /scale\(\s*0\s*\)/.test(said.get("transform") ?? "");
}

function backgroundOf(said: ReadonlyMap<string, string>): Colour | undefined {
	const plain = said.get("background-color");
	const image = said.get("background-image");
	if (image !== undefined && image !== "none") return UNKNOWN;
	if (plain !== undefined) return colourOf(plain);
	const short = said.get("background");
	if (short === undefined) return undefined;
	if (short.includes("url(") || short.includes("gradient")) return UNKNOWN;
	const whole = colourOf(short);
	if (whole !== undefined) return whole;
	for (const word of short.split(/\s+/)) {
		const colour = colourOf(word);
		if (colour !== undefined) return colour;
	}
	return undefined;
}

/** Rules of a style sheet by their simple selector: `td`, `.note`, `td.note`, `#note`. */
export type Sheet = Map<string, Effect>;

const SIMPLE_SELECTOR = /^(?:[a-z][\w:-]*)?(?:[.#][\w-]+)?$/i;

/** Adds the rules of a `<style>` to the sheet. Rules under a condition (@media, @supports) are left out. */
export function readSheet(source: string, sheet: Sheet): void {
	const css = withoutComments(source);
	let at = 0;
	while (at < css.length) {
		const open = css.indexOf("{", at);
		if (open < 0) return;
		const prelude = css
			.slice(at, open)
			.replace(/<!--|-->/g, " ")
			.trim();
		const close = css.indexOf("}", open);
		if (close < 0) return;
		at = close + 1;
		if (prelude.startsWith("@")) {
			at = /^@(?:media|supports|keyframes|-webkit-keyframes|layer|container)/i.test(prelude)
				? endOfBlock(css, open)
				: at;
			continue;
		}
		const effect = effectOf(css.slice(open + 1, close));
		if (effect === undefined) continue;
		for (const part of prelude.split(",")) {
			const selector = part.trim().toLowerCase();
			if (selector !== "" && SIMPLE_SELECTOR.test(selector)) sheet.set(selector, { ...sheet.get(selector), ...effect });
		}
	}
}

function withoutComments(css: string): string {
	let out = "";
	let at = 0;
	for (;;) {
		const open = css.indexOf("/*", at);
		if (open < 0) return out + css.slice(at);
		out += css.slice(at, open);
		const close = css.indexOf("*/", open + 2);
		if (close < 0) return out;
		at = close + 2;
	}
}

function endOfBlock(css: string, open: number): number {
	let depth = 0;
	for (let index = open; index < css.length; index++) {
		const char = css.charCodeAt(index);
		if (char === 0x7b) depth++;
		else if (char === 0x7d && --depth === 0) return index + 1;
	}
	return css.length;
}
