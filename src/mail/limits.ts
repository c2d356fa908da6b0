/** What reading one message may cost. Whatever goes beyond is left out and said so in `partlyRead`, never passed over. */

/** A header block beyond this is cut; 20,000 recipients take about 1.2 MB. */
export const HEADER_BLOCK_MAX_BYTES = 8 * 1024 * 1024;
/** Addresses of one field (all To lines together, say). */
export const RECIPIENTS_MAX = 20_000;
/** Entries of References, Received and Resent blocks that are looked at. */
export const TRACE_LINES_MAX = 1_000;
/** One kept header value. */
export const HEADER_VALUE_MAX_CHARACTERS = 4_000;

export const HTML_MAX_CHARACTERS = 16 * 1024 * 1024;
export const PLAIN_MAX_CHARACTERS = 16 * 1024 * 1024;
/** MIME parts of one message, multiparts counted; 400 nested multiparts are read. */
export const PARTS_MAX = 1_000;

/** Messages inside messages: the message itself is depth 0. */
export const NESTED_MESSAGES_MAX_DEPTH = 5;
/** All messages inside one message together. */
export const NESTED_MESSAGES_MAX_BYTES = 100 * 1024 * 1024;
export const NESTED_MESSAGES_MAX = 200;

export const DOCUMENT_MAX_BYTES = 25 * 1024 * 1024;
/** What a zipped document may swell to when it is opened. */
export const DOCUMENT_MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
export const DOCUMENT_TEXT_MAX_CHARACTERS = 1024 * 1024;
export const PDF_MAX_PAGES = 300;
export const DOCUMENT_MAX_MS = 20_000;
/** All documents of one message together. */
export const DOCUMENTS_MAX_MS = 60_000;

/** Archives and winmail.dat containers inside each other: a zip in a zip is opened, one in that is not. */
export const CONTAINERS_MAX_DEPTH = 2;
/** Files in all containers of one message together. */
export const UNPACKED_FILES_MAX = 200;
/** All files in all containers of one message together. */
export const UNPACKED_MAX_BYTES = 100 * 1024 * 1024;

/** Pages that are pictures, of one message: each takes about three seconds. */
export const SCAN_MAX_PAGES = 5;
/** One of them: a page of print is done long before, a photograph of leaves would take ten seconds for nothing. */
export const SCAN_MAX_MS = 8_000;
/** All of them together; it must leave the message time for its other files. */
export const SCANS_MAX_MS = 15_000;
/** A smaller picture is a logo or a button. */
export const SCAN_MIN_WIDTH = 400;
export const SCAN_MIN_HEIGHT = 200;
/** A page of A3 at 400 dots an inch has 31 million. */
export const SCAN_MAX_PIXELS = 40_000_000;
