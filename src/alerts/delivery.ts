/** What every way of delivery offers. */
import type { Mail } from "./mail.ts";

/** Who got it. A server may take a mail for some recipients and refuse it for others. */
interface Delivered {
	readonly accepted: readonly string[];
	readonly rejected: readonly { readonly address: string; readonly reason: string; readonly transient: boolean }[];
	/** The file that was written, for a directory. */
	readonly file?: string;
}

export interface Delivery {
	/** Throws DELIVERY_FAILED (a retry may help), DELIVERY_REFUSED (it won't) or DISK_FULL. */
	send(mail: Mail): Promise<Delivered>;
	/** Whether mail could be sent now: logs in, or looks at the directory. Throws like `send`. */
	check(): Promise<void>;
	close(): void;
}
