/** Where a council's mail probably lies: by the name of its domain, and by its MX records where whoever asks allows a look. */
import { bareDomain } from "../people/address.ts";

export interface MailHost {
	readonly id: string;
	readonly name: string;
	readonly imap: { readonly host: string; readonly port: number; readonly secure: boolean };
	readonly smtp: { readonly host: string; readonly port: number; readonly secure: boolean };
	/** How programs log in there. */
	readonly login: "microsoft" | "google" | "password";
}

const IMAPS_PORT = 993;
const SUBMISSION_PORT = 587;
const SMTPS_PORT = 465;

function host(id: string, name: string, imap: string, smtp: string, login: MailHost["login"] = "password"): MailHost {
	// Submission with STARTTLS for the two large ones, TLS from the first byte elsewhere, as they document it.
	const secure = login === "password";
	return {
		id,
		name,
		imap: { host: imap, port: IMAPS_PORT, secure: true },
		smtp: { host: smtp, port: secure ? SMTPS_PORT : SUBMISSION_PORT, secure },
		login,
	};
}

const MICROSOFT = host("microsoft", "Microsoft 365", "outlook.office365.com", "smtp.office365.com", "microsoft");
const GOOGLE = host("google", "Google Workspace", "imap.gmail.com", "smtp.gmail.com", "google");

/** Hosts that many small councils in the United Kingdom use, with the names under which their MX records stand. */
const KNOWN: readonly { readonly host: MailHost; readonly mx: RegExp; readonly domains?: RegExp }[] = [
	{
		host: MICROSOFT,
		mx: /\.(?:mail\.protection\.outlook\.com|mx\.microsoft)$/u,
		domains: /\.onmicrosoft\.com$/u,
	},
	{ host: GOOGLE, mx: /(?:^|\.)(?:google|googlemail)\.com$/u },
	{
		host: host("ionos", "IONOS (1&1)", "imap.ionos.co.uk", "smtp.ionos.co.uk"),
		mx: /\.(?:ionos|1and1|kundenserver)\.(?:co\.uk|com|de)$/u,
	},
	{
		host: host("fasthosts", "Fasthosts", "imap.livemail.co.uk", "smtp.livemail.co.uk"),
		mx: /\.(?:livemail|fasthosts)\.co\.uk$/u,
	},
	{
		host: host("godaddy", "GoDaddy Workspace", "imap.secureserver.net", "smtpout.secureserver.net"),
		mx: /\.secureserver\.net$/u,
	},
	{
		host: host("zoho", "Zoho Mail (Europe)", "imappro.zoho.eu", "smtppro.zoho.eu"),
		mx: /(?:^|\.)zoho\.eu$/u,
	},
	{
		host: host("fastmail", "Fastmail", "imap.fastmail.com", "smtp.fastmail.com"),
		mx: /\.messagingengine\.com$/u,
	},
];

/** What can be chosen for a domain, the likeliest first; the last is a server of the domain itself. */
export function mailHostsFor(domain: string): readonly MailHost[] {
	const bare = bareDomain(domain);
	const own = KNOWN.filter(({ domains }) => domains?.test(bare)).map((known) => known.host);
	const others = KNOWN.map((known) => known.host).filter((one) => !own.includes(one));
	return [...own, ...others, ownServer(bare)];
}

/** The host to which the MX records of a domain belong; undefined where they are nobody's known. */
export function mailHostOfMx(exchanges: readonly string[]): MailHost | undefined {
	const names = exchanges.map((name) => name.toLowerCase().replace(/\.$/u, ""));
	return KNOWN.find(({ mx }) => names.some((name) => mx.test(name)))?.host;
}

/** Most web hosts give each domain a name of its own for its mail. */
function ownServer(domain: string): MailHost {
	return host("other", "Another IMAP server", `mail.${domain}`, `mail.${domain}`);
}
