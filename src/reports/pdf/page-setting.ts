/** The measures of every page, in points (1/72 inch), and its colours. */

/** A4, 595 by 842. */
export const MARGINS = { top: 62, bottom: 68, left: 57, right: 57 } as const;
export const SIZE = { title: 20, h2: 14, h3: 11.5, lead: 11.5, body: 10, table: 9.5, running: 8.5 } as const;
export const LINE_GAP = 2.5;
/** Room that a heading wants below it, so that it doesn't stand alone at the foot of a page. */
export const KEPT_WITH_HEADING = 60;
/** The labels of a finding's rows. */
export const LABEL_WIDTH = 118;

// Contrast on white: text 19:1, secondary 7:1, breach 8:1, advisory 8:1.
export const COLOUR = {
	text: "#0b0c0c",
	secondary: "#505a5f",
	breach: "#942514",
	advisory: "#6b4d00",
	line: "#b1b4b6",
	tint: "#f3f2f1",
} as const;
