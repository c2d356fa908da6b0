/**
 * Delivery through GOV.UK Notify, for councils that may send no mail themselves. Its template holds nothing but
 * ((subject)) and ((message)); the mail's text fills the message.
 */
import type { SmtpConfig } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { plainLine, shortened } from "../reports/plain-line.ts";
import type { Delivery } from "./delivery.ts";
import type { Mail } from "./mail.ts";

type Notify = Extract<SmtpConfig, { kind: "notify" }>;

const REASON_LENGTH = 200;
const TOO_MANY_REQUESTS = 429;
const FORBIDDEN = 403;
const BAD_REQUEST = 400;
const SERVER_ERROR = 500;

/** One mail for each recipient. Throws DELIVERY_FAILED or DELIVERY_REFUSED. */
export function deliverByNotify({ apiKey, templateId, url }: Notify): Delivery {
	// Loaded when it is needed: most councils have a mail server, and it brings an HTTP library of its own.
	const open = async () => new (await import("notifications-node-client")).NotifyClient(url, apiKey);
	return {
		async send(mail) {
			const client = await open();
			const accepted: string[] = [];
			const rejected: { address: string; reason: string; transient: boolean }[] = [];
			for (const { address } of mail.to) {
				try {
					await client.sendEmail(templateId, address, {
						personalisation: { subject: plainLine(mail.subject), message: messageOf(mail) },
						reference: mail.messageId,
					});
					accepted.push(address);
				} catch (error) {
					const fault = faultOf(error);
					rejected.push({ address, reason: fault.reason, transient: isTransient(fault) });
					// The next one would fail alike; who got it already is not to get it twice.
					if (accepted.length === 0 && isTransient(fault)) throw notReached(fault, error);
				}
			}
			if (accepted.length > 0) return { accepted, rejected };
			throw new CandourError("DELIVERY_REFUSED", `GOV.UK Notify refused the mail: ${rejected[0]?.reason ?? ""}.`, {
				remedy: "Check the template (it needs ((subject)) and ((message))) and the recipients in council.yaml.",
			});
		},
		async check() {
			const client = await open();
			await client.getTemplateById(templateId).catch((error: unknown) => {
				throw notReached(faultOf(error), error);
			});
		},
		close: () => undefined,
	};
}

/**
 * Notify reads its own marks in a text: at the start of a line they would make headings and lists of it, and "[words](
 * address)" a link that hides where it leads. Both may stand in a subject or a quote that a stranger wrote.
 */
function messageOf({ text }: Mail): string {
	return text
		.split("\n")
		.map((line) => line.replace(/^(\s*)([#^*>]|---|===)/u, "$1\u200b$2"))
		.join("\n")
		.replaceAll("](", "]\u200b(");
}

interface Fault {
	readonly status: number | undefined;
	readonly reason: string;
}

/** The library rejects with axios' error, whose answer holds Notify's own words. */
function faultOf(error: unknown): Fault {
	const { response, message } = error as {
		readonly message?: string;
		readonly response?: {
			readonly status?: number;
			readonly data?: { readonly errors?: readonly { readonly message?: string }[] };
		};
	};
	const words = response?.data?.errors?.[0]?.message ?? message ?? "no answer";
	return { status: response?.status, reason: shortened(plainLine(words), REASON_LENGTH).replace(/\.$/u, "") };
}

/** A wrong key is mended in the configuration, and the alert must go out then. */
function isTransient({ status }: Fault): boolean {
	return status === undefined || status >= SERVER_ERROR || status === TOO_MANY_REQUESTS || status === FORBIDDEN;
}

function notReached(fault: Fault, cause: unknown): CandourError {
	const remedies: Readonly<Record<number, string>> = {
		[FORBIDDEN]:
			"Check apiKey and the clock of this machine: Notify refuses keys that it doesn't know and old requests.",
		[BAD_REQUEST]: "Check templateId below smtp: notify: in council.yaml.",
		[TOO_MANY_REQUESTS]: "Notify's limit is reached. Candour tries again by itself.",
	};
	return new CandourError("DELIVERY_FAILED", `GOV.UK Notify did not take the mail: ${fault.reason}.`, {
		remedy: remedies[fault.status ?? 0] ?? "Candour tries again by itself; check that this machine reaches Notify.",
		transient: true,
		cause,
	});
}
