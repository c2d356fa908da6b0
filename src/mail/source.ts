/** A place that mail is read from, whichever its protocol or file format. Reading never changes anything in it. */
import type { Location } from "../facts/message.ts";

/** What a source says of each thing it came across. Nothing is passed over without one of these. */
export type Found =
	| { readonly kind: "message"; readonly at: Location; readonly raw: Buffer; readonly receivedAt?: string }
	/** Left out by the council's exclusions at the header stage; only its number is kept. */
	| { readonly kind: "excluded"; readonly at: Location; readonly reason: string }
	/** Its headers show that no rule of the protocol can concern it, so that its text was not fetched. */
	| { readonly kind: "not-needed"; readonly at: Location }
	| { readonly kind: "unreadable"; readonly at: Location; readonly reason: string }
	/** A folder such as Drafts or Junk, with the number of messages in it. */
	| { readonly kind: "left-out"; readonly mailbox: string; readonly folder: string; readonly count: number };

/** What the header stage decides of a message, before its text is fetched. */
export type Admission =
	| { readonly read: true }
	| { readonly read: false; readonly excluded: string }
	| { readonly read: false; readonly notNeeded: true };

/** The headers of a message, raw as they stand (up to the empty line). */
export type Admit = (headers: Buffer, at: Location) => Admission;

/** Days of the council's zone, both inclusive; a source may yield more, the auditor filters on dates itself. */
export interface DayRange {
	readonly from?: string;
	readonly to?: string;
}

export interface Source {
	/** For coverage lists: the mailbox's address or the path. */
	readonly name: string;
	/** Whether journal reports from it are to be believed. */
	readonly journal: boolean;
	/** Yields everything found, in no promised order. Throws a CandourError when the source cannot be read at all. */
	read(range: DayRange, admit: Admit): AsyncIterable<Found>;
	/** How many messages there are, where that can be told cheaply, for the progress bar. */
	count?(range: DayRange): Promise<number>;
	close(): Promise<void>;
}
