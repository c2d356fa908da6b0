/** Mail to somebody of the writer's own surname and nobody else: to a wife, a son, a mother. */
import type { Address, Message } from "../../facts/message.ts";

/** Firms bear their owners' names. */
const FIRM =
	/[&\d]|\b(?:ltd|limited|llp|plc|sons?|daughters?|bros|brothers|co|company|services|builders?|mowers|motors|garage|farms?|shop|stores?|office|sales|accounts|info|enquiries|club|society|association|school|church|council)\b/i;
const TITLES =
	/\b(?:cllr|councillor|cyng|mr|mrs|ms|miss|dr|rev|revd|canon|sir|dame|obe|mbe|bem|jp)\b\.?|\([^)]*\)|["',]/gi;

export function isFamily({ from, to, cc }: Pick<Message, "from" | "to" | "cc">): boolean {
	const writer = surname(from[0]);
	const readers = [...to, ...cc];
	if (writer === undefined || readers.length === 0) return false;
	return readers.every((reader) => reader.address !== from[0]?.address && surname(reader) === writer);
}

function surname(somebody: Address | undefined): string | undefined {
	if (somebody === undefined) return undefined;
	const local = somebody.address.split("@")[0] ?? "";
	const named = somebody.name === "" ? local.replace(/[._]/g, " ") : somebody.name;
	if (FIRM.test(named) || FIRM.test(local.replace(/[\d._-]+/g, " "))) return undefined;
	const words = named.replace(TITLES, " ").trim().toLowerCase().split(/\s+/);
	return words.length >= 2 ? words.at(-1) : undefined;
}
