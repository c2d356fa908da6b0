/** Run by the kill tests: stores message after message, and names each one once it is committed. */

import { storeBatch } from "../../src/store/messages.ts";
import { openStore } from "../../src/store/open.ts";
import { batchOf, CLERK, copyAt, keysOf, NOW, placeOf } from "./sample.ts";

const [directory = "", first = "1"] = process.argv.slice(2);
const store = await openStore({ kind: "embedded", directory });
process.stdout.write("open\n");
for (let uid = Number(first); ; uid++) {
	const batch = {
		...batchOf(copyAt(placeOf(uid), `n${uid}`)),
		cursor: { mailbox: CLERK, folder: "Sent", uidValidity: "7", lastUid: uid },
	};
	await storeBatch(store.db, batch, keysOf, NOW);
	process.stdout.write(`${uid}\n`);
}
