/** `candour ledger verify`: whether the record of what Candour found and did is as it was written. */
import { loadCouncil } from "../config/load.ts";
import { CandourError } from "../errors.ts";
import { verdictInWords } from "../reports/ledger-words.ts";
import { openStore } from "../store/open.ts";
import { headFrom, type LedgerVerdict, verifyLedger } from "../store/verify-ledger.ts";
import { askService } from "./ask-service.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { say } from "./output.ts";

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

/** A running service holds an embedded store; then it is asked. */
async function verdictFrom(
	storage: Parameters<typeof openStore>[0],
	expected: ReturnType<typeof headFrom>,
): Promise<LedgerVerdict> {
	try {
		const store = await openStore(storage);
		return await verifyLedger(store.db, expected).finally(() => store.close());
	} catch (error) {
		if (!(error instanceof CandourError) || error.code !== "STORE_LOCKED" || storage.kind !== "embedded") throw error;
		const query = expected === undefined ? "" : `?head=${expected.sequence},${expected.hash}`;
		const verdict = await askService<LedgerVerdict>(storage.directory, `/ledger${query}`, "GET");
		if (verdict === undefined) throw error;
		return verdict;
	}
}
