/** How Candour's mail leaves: by a mail server, or as files in a directory. */
import type { SmtpConfig } from "../config/council.ts";
import { deliverBySmtp } from "./by-smtp.ts";
import type { Delivery } from "./delivery.ts";
import { deliverIntoDirectory } from "./into-directory.ts";

export function openDelivery(smtp: SmtpConfig): Delivery {
	return smtp.kind === "directory" ? deliverIntoDirectory(smtp.directory) : deliverBySmtp(smtp);
}
