import { describe, expect, test } from "vitest";
import { mailHostOfMx, mailHostsFor } from "../../src/config/guess-mail-host.ts";

describe("where a council's mail lies", () => {
	test.each([
		["thornby-gov-uk.mail.protection.outlook.com.", "microsoft"],
		["thornby-pc-gov-uk.h-v1.mx.microsoft", "microsoft"],
		["ASPMX.L.GOOGLE.COM", "google"],
		["mx00.ionos.co.uk", "ionos"],
		["mailserver.livemail.co.uk", "fasthosts"],
		["smtp.secureserver.net", "godaddy"],
	])("is known by the MX record %s", (exchange, id) => {
		expect(mailHostOfMx([exchange])?.id).toBe(id);
	});

	test("is not known where the records are the domain's own, or only end like a known name", () => {
		expect(mailHostOfMx(["mail.thornby.example"])).toBeUndefined();
		expect(mailHostOfMx(["mx.notgoogle.com", "mx.fakeionos.co.uk"])).toBeUndefined();
		expect(mailHostOfMx([])).toBeUndefined();
	});

	test("may be Microsoft, Google, a known host or a server of its own, each with TLS", () => {
		const hosts = mailHostsFor("thornby.example");
		expect(hosts.map(({ id }) => id)).toEqual(expect.arrayContaining(["microsoft", "google", "ionos", "other"]));
		expect(hosts.at(-1)?.imap).toEqual({ host: "mail.thornby.example", port: 993, secure: true });
		expect(hosts.every(({ imap }) => imap.secure)).toBe(true);
	});
});
