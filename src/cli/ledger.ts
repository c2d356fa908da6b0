/** `candour ledger verify`: whether the record of what Candour found and did is as it was written. */
import type { StorageConfig } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { verdictInWords } from "../reports/ledger-words.ts";
import type { LedgerHead } from "../store/ledger.ts";
import { headFrom, type LedgerVerdict, verifyLedger } from "../store/verify-ledger.ts";
import { askService } from "./ask-service.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { say } from "./output.ts";
import { storeOrService } from "./store-or-service.ts";

export interface LedgerVerifyOptions {
	readonly config: string;
	/** The head as a digest prints it. */
	readonly head?: string;
}

/** Status 1 where the ledger is not as it was written. */
export async function ledgerVerify({ config, head }: LedgerVerifyOptions): Promise<ExitStatus> {
	const expected = head === undefined ? undefined : headFrom(head);
	if (head !== undefined && expected === undefined) {
		throw new CandourError("USAGE", `"${head}" is no head of a ledger.`, {
			remedy: 'Copy it from a digest, with its quotes: --head "1,204, 3fa9…" (a number and 64 letters and digits).',
		});
	}
	const { storage } = await loadCouncil(config);
	const verdict = await verdictFrom(storage, expected);
	say(`${verdictInWords(verdict).join("\n")}\n`);
	return verdict.kind === "whole" ? EXIT.clean : EXIT.breach;
}

async function verdictFrom(storage: StorageConfig, expected: LedgerHead | undefined): Promise<LedgerVerdict> {
	const query = expected === undefined ? "" : `?head=${expected.sequence},${expected.hash}`;
	const opened = await storeOrService(storage, (directory) =>
		askService<LedgerVerdict>(directory, `/ledger${query}`, "GET"),
	);
	if (!("store" in opened)) return opened.answer;
	const { store } = opened;
	return verifyLedger(store.db, expected).finally(() => store.close());
}
