/** The people, lists and outside parties of a council, as configured: `config/` makes these, `people/roster.ts` looks them up. */

type Role = "councillor" | "officer";

export interface Person {
	/** The first, official address in lower case: the person's name in findings, keys and the store. */
	readonly id: string;
	readonly name: string;
	readonly title?: string;
	readonly role: Role;
	/** chair, mayor, vice-chair, deputy-mayor, leader, proper-officer, … in lower case with hyphens. */
	readonly offices: readonly string[];
	readonly group?: string;
	readonly committees: readonly string[];
	/** Lower case, the official one first. */
	readonly addresses: readonly string[];
	/** Days of office, `2026-01-15`, both inclusive. */
	readonly from?: string;
	readonly to?: string;
	/** A shared council mailbox, not a human being. */
	readonly shared: boolean;
}

export type ListMembers =
	| { readonly kind: "all-councillors" }
	| { readonly kind: "all-officers" }
	| { readonly kind: "committee"; readonly name: string }
	| { readonly kind: "group"; readonly name: string }
	| { readonly kind: "addresses"; readonly addresses: readonly string[] };

export interface CouncilList {
	readonly address: string;
	readonly name?: string;
	readonly members: ListMembers;
}

/** An outside person or domain that may receive confidential mail; exactly one of `email` and `domain` is set. */
export interface AuthorisedRecipient {
	readonly name: string;
	readonly email?: string;
	readonly domain?: string;
}

interface Complainant {
	readonly name: string;
	readonly email: string;
}

/** Everything that the roster is made of. Plain data, so that it crosses worker threads. */
export interface Register {
	readonly council: string;
	/** Lower case. */
	readonly domains: readonly string[];
	/** IANA zone; days of office and working days are counted in it. */
	readonly timezone: string;
	readonly people: readonly Person[];
	readonly lists: readonly CouncilList[];
	readonly authorisedRecipients: readonly AuthorisedRecipient[];
	readonly complainants: readonly Complainant[];
	/** Names of people who may speak to the press for the council. */
	readonly spokespeople: readonly string[];
}

/** What an address stands for on a day. */
export type Party =
	| {
			readonly kind: "councillor" | "officer";
			readonly person: Person;
			readonly address: string;
			readonly own: boolean;
	  }
	| { readonly kind: "list"; readonly list: CouncilList; readonly members: readonly Person[]; readonly address: string }
	| { readonly kind: "authorised"; readonly name: string; readonly address: string }
	/** On one of the council's domains, but not in the roster: a gap of the roster, nobody's third party. */
	| { readonly kind: "unknown-council"; readonly address: string }
	/** `former` is set for a person of the roster who was not in office on that day. */
	| { readonly kind: "third-party"; readonly address: string; readonly complainant: boolean; readonly former?: Person };
