/**
 * What may be looked for in the words of a message. Who wrote to whom, what is marked, and the fingerprints are always
 * taken; each of these takes time of its own, and is left out where no rule in force asks for it.
 */
export const READINGS = [
	/** Footers and sentences that name who got a copy. */
	"copies",
	/** A confidence lifted, or a request to pass the message on. */
	"permissions",
	/** Why something is confidential. */
	"reasons",
	/** Who signs a letter that goes out, for whom, and what it binds to. */
	"letters",
	/** Orders to staff, and leave to turn to them. */
	"staff-dealings",
	/** Questions of councillors and officers' answers. */
	"exchanges",
	/** Briefings of political groups, and notices of them. */
	"briefings",
] as const;

/**
 * What officers' letters settle. Only where a setting asks for it: it is the slowest of all, and few protocols bind
 * officers in this.
 */
export const OFFICERS_LETTERS = "officers-letters";

export type Reading = (typeof READINGS)[number] | typeof OFFICERS_LETTERS;
