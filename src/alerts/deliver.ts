/** How Candour's mail leaves: by a mail server, by GOV.UK Notify, or as files in a directory. */
import type { SmtpConfig } from "../config/council.ts";
import { deliverByNotify } from "./by-notify.ts";
import { deliverBySmtp } from "./by-smtp.ts";
import type { Delivery } from "./delivery.ts";
import { deliverIntoDirectory } from "./into-directory.ts";

/** The way that the configuration names. Connects to nothing yet. */
export function openDelivery(smtp: SmtpConfig): Delivery {
	switch (smtp.kind) {
		case "directory":
			return deliverIntoDirectory(smtp.directory);
		case "notify":
			return deliverByNotify(smtp);
		case "server":
			return deliverBySmtp(smtp);
	}
}
