/** The yardstick: what imapflow and mailparser take to fetch and parse a mailbox, with nothing done to it. */
import { ImapFlow } from "imapflow";
import { simpleParser } from "mailparser";

const [, , port, user = "", pass = ""] = process.argv;
const client = new ImapFlow({
	host: "127.0.0.1",
	port: Number(port),
	secure: false,
	doSTARTTLS: false,
	auth: { user, pass },
	logger: false,
});
await client.connect();
const lock = await client.getMailboxLock("INBOX", { readOnly: true });
let count = 0;
for await (const { source } of client.fetch("1:*", { source: true })) {
	if (!source) continue;
	await simpleParser(source, { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true });
	count += 1;
}
lock.release();
await client.logout();
console.log(count);
