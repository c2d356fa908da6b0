/** Somebody who got a copy: a person of the roster, or an outsider by address alone. */
import type { Receipt } from "../facts/facts.ts";
import type { Person } from "../people/person.ts";

export type Copied = Pick<Person, "id" | "name" | "title"> & {
	readonly role: Person["role"] | "outsider";
	/** As the message's header names an outsider. */
	readonly knownAs?: string;
};

export interface CopiedRecipient {
	readonly person: Copied;
	/** Strongest first. */
	readonly receipts: readonly Receipt[];
}

export function outsider(address: string, knownAs = ""): Copied {
	return { id: address, name: address, role: "outsider", ...(knownAs === "" ? {} : { knownAs }) };
}
