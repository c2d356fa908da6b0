import { CandourError } from "../errors.ts";

const UNREACHABLE_CODES: ReadonlySet<string> = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"EPIPE",
	"ENOTFOUND",
	"EAI_AGAIN",
	"ETIMEDOUT",
	"EHOSTUNREACH",
	"ENETUNREACH",
	// PostgreSQL: shutting down, crashed, starting up, too many connections.
	"57P01",
	"57P02",
	"57P03",
	"53300",
]);
/** PostgreSQL: wrong password, unknown role, no such database. A retry changes nothing. */
const REFUSED_CODES: ReadonlySet<string> = new Set(["28P01", "28000", "3D000"]);
const FULL_CODES: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "53100"]);
const DAMAGED_CODES: ReadonlySet<string> = new Set(["XX001", "XX002", "58P01"]);

/**
 * The error in the words of the program: what the database or the driver threw, typed; anything unknown as it is.
 * Looks through the wrappers that Drizzle puts around a driver's error.
 */
export function storeError(error: unknown): unknown {
	for (const cause of causes(error)) {
		if (cause instanceof CandourError) return cause;
		const code = String((cause as { code?: unknown }).code ?? "");
		const text = cause instanceof Error ? cause.message : "";
		if (FULL_CODES.has(code) || /no space left on device/i.test(text)) {
			return new CandourError("DISK_FULL", "The disk that holds Candour's data is full.", {
				remedy: "Free some space on it; Candour goes on by itself from where it stopped.",
				transient: true,
				cause: error,
			});
		}
		if (REFUSED_CODES.has(code)) {
			return new CandourError("STORE_UNREACHABLE", "The database refused the login or does not exist.", {
				remedy: "Check the user, the password and the name of the database in storage.database.",
				cause: error,
			});
		}
		if (
			UNREACHABLE_CODES.has(code) ||
			code.startsWith("08") ||
			/connection terminated|connection error and is not queryable|timeout exceeded/i.test(text)
		) {
			return new CandourError("STORE_UNREACHABLE", "The database cannot be reached.", {
				remedy: "Check that the server of storage.database runs and can be reached from here.",
				transient: true,
				cause: error,
			});
		}
		if (DAMAGED_CODES.has(code)) return storeDamaged(error);
	}
	return error;
}

/** The typed error for data that is there and cannot be opened. */
export function storeDamaged(cause: unknown): CandourError {
	return new CandourError("STORE_DAMAGED", "Candour's database is damaged and cannot be opened.", {
		remedy:
			"Put back the last backup of the storage directory, or move it away and start anew: the mail is read again.",
		cause,
	});
}

function* causes(error: unknown): Generator<unknown> {
	for (let at = error, depth = 0; at instanceof Object && depth < 8; at = (at as { cause?: unknown }).cause, depth++) {
		yield at;
		if (at instanceof AggregateError) yield* at.errors;
	}
}
