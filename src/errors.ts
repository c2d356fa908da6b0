/**
 * The errors that people meet. Each has a stable code, a sentence a person understands and what to do about it.
 * Whether a retry may help is decided where the error is thrown.
 */
export type ErrorCode =
	| "CONFIG_INVALID"
	| "CONFIG_NOT_FOUND"
	| "SOURCE_UNREACHABLE"
	| "SOURCE_LOGIN_REFUSED"
	| "SOURCE_TLS_FAILED"
	| "SOURCE_UNREADABLE"
	| "MESSAGE_UNREADABLE"
	| "STORE_UNREACHABLE"
	| "STORE_LOCKED"
	| "STORE_DAMAGED"
	| "QUEUE_UNREACHABLE"
	| "DELIVERY_FAILED"
	| "DELIVERY_REFUSED"
	| "DISK_FULL"
	| "NOT_FOUND"
	| "USAGE";

export class CandourError extends Error {
	readonly code: ErrorCode;
	/** What the reader can do, as a sentence. */
	readonly remedy: string;
	/** True where the same call may go through later. */
	readonly transient: boolean;

	constructor(code: ErrorCode, message: string, options: { remedy: string; transient?: boolean; cause?: unknown }) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause });
		this.name = "CandourError";
		this.code = code;
		this.remedy = options.remedy;
		this.transient = options.transient ?? false;
	}
}
