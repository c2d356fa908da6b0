/** What the verifying of the ledger found, in sentences. */
import type { LedgerVerdict } from "../store/verify-ledger.ts";
import { counted, grouped } from "./counted.ts";

/** The first sentence says whether it is well. */
export function verdictInWords(verdict: LedgerVerdict): readonly string[] {
	switch (verdict.kind) {
		case "whole":
			return [
				`The ledger is whole: ${counted(verdict.head.sequence, "entry", "entries")}, each following from the one before.`,
				verdict.held
					? "The head that was given is among them, unchanged."
					: "Compare the head below with one from an earlier digest, to be sure that nothing was cut off.",
				`Head: ${grouped(verdict.head.sequence)}, ${verdict.head.hash}`,
			];
		case "broken":
			return [
				`The ledger was changed: entry ${grouped(verdict.at)} does not follow from the one before it.`,
				"Somebody changed or removed an entry in the database. Compare with a backup, and tell whoever audits the council.",
			];
		case "cut":
			return [
				`Entries are missing at the end: the digest counted ${grouped(verdict.expected.sequence)}, and there are ${grouped(verdict.head.sequence)}.`,
				"Somebody cut the ledger, or an older backup was restored. Tell whoever audits the council.",
			];
		case "rewritten":
			return [
				`Entry ${grouped(verdict.expected.sequence)} is another one than the digest printed.`,
				"The ledger was written anew since then, or the head was copied wrongly: compare it once more with the digest.",
			];
	}
}
