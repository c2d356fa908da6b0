/** What a command reads from: the store itself, or a running service that holds it and answers in its place. */
import type { StorageConfig } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { openStore, type Store } from "../store/open.ts";

/**
 * @param ask the service that runs on the directory; undefined where it can't be asked
 * @throws CandourError STORE_LOCKED where another process holds the store and doesn't answer; what `openStore` throws
 */
export async function storeOrService<Answer>(
	storage: StorageConfig,
	ask: (directory: string) => Promise<Answer | undefined>,
): Promise<{ readonly store: Store } | { readonly answer: Answer }> {
	try {
		return { store: await openStore(storage) };
	} catch (error) {
		if (!(error instanceof CandourError) || error.code !== "STORE_LOCKED" || storage.kind !== "embedded") throw error;
		const answer = await ask(storage.directory);
		if (answer === undefined) throw error;
		return { answer };
	}
}
