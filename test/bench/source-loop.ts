/** Candour's own reading of the mailbox alone, without looking into the messages: what the source costs. */
import { openImap } from "../../src/mail/sources/imap.ts";

const [, , port, name = "", password = "", passes] = process.argv;
const source = openImap(
	{
		name,
		journal: false,
		imap: { host: "127.0.0.1", port: Number(port), secure: false, user: name, auth: { password } },
	},
	{ twoPass: passes === "2" },
);
let count = 0;
for await (const found of source.read({}, () => ({ read: true }))) if (found.kind === "message") count += 1;
await source.close();
console.log(count);
