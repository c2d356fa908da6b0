/** Logs that an administrator may pass on: codes, counts and places in the configuration, never a line of mail. */
import { type DestinationStream, type Logger, pino } from "pino";
import { CandourError } from "./errors.ts";

export type { Logger } from "pino";

/** What might hold words or people of the mail. Whoever logs should not pass these at all; this is the second net. */
const KEPT_OUT: readonly string[] = [
	"address",
	"subject",
	"text",
	"quote",
	"evidence",
	"summary",
	"from",
	"to",
	"cc",
	"bcc",
	"raw",
	"facts",
	"finding",
	"people",
	"password",
	"auth",
	"params",
	"query",
];
const ADDRESS = /[^\s"'<>()[\]{},;:\\=]+@[^\s"'<>()[\]{},;:\\]+/g;
const PASSWORD_IN_URL = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"]*):[^\s@"]*@/gi;

/** The last net: whatever came through as text, no line leaves with a mail address or a password in it. */
function scrubbed(line: string): string {
	return line.replace(PASSWORD_IN_URL, "$1:[secret]@").replace(ADDRESS, "[address]");
}

/**
 * An error as it may be logged: its kind and code, and its sentence only where we wrote it. A driver's message quotes
 * the parameters of the query, and an unforeseen one may quote anything.
 */
function loggableError(error: unknown): Readonly<Record<string, unknown>> {
	if (error instanceof CandourError) {
		const { code, message, transient } = error;
		return { code, message, transient };
	}
	if (!(error instanceof Error)) return { kind: "unknown fault" };
	const code = (error as { code?: unknown }).code;
	return {
		kind: error.name,
		...(typeof code === "string" ? { code } : {}),
		at: (error.stack ?? "")
			.split("\n")
			.filter((line) => /^\s+at /.test(line))
			.slice(0, 4)
			.map((line) => line.trim()),
	};
}

/** @param level pino's: trace, debug, info, warn, error, fatal, silent */
export function createLogger(
	options: { readonly level?: string; readonly destination?: DestinationStream } = {},
): Logger {
	const settings = {
		level: options.level ?? "info",
		base: null,
		timestamp: () => `,"time":"${new Date().toISOString()}"`,
		formatters: { level: (level: string) => ({ level }) },
		redact: { paths: KEPT_OUT.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[kept out]" },
		serializers: { err: loggableError, error: loggableError },
		hooks: { streamWrite: scrubbed },
	};
	// Standard output belongs to reports.
	return pino(settings, options.destination ?? pino.destination({ dest: 2, sync: true }));
}
