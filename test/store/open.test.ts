import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CandourError } from "../../src/errors.ts";
import { lockDirectory } from "../../src/lock.ts";
import { pendingSince } from "../../src/store/audit-pending.ts";
import { cursorOf } from "../../src/store/cursors.ts";
import { storeError } from "../../src/store/errors.ts";
import { storeBatch } from "../../src/store/messages.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openStore } from "../../src/store/open.ts";
import { factsOf } from "../../src/store/related.ts";
import { freePort } from "../servers/free-port.ts";
import { startPostgres } from "../servers/postgres.ts";
import { type Child, startChild } from "./children.ts";
import { batchOf, CLERK, copyAt, keysOf, NOW, placeOf } from "./sample.ts";

const WRITER = new URL("./child-writer.ts", import.meta.url);

let directory: string;
const children: Child[] = [];
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "candour-open-"));
});
afterEach(async () => {
	for (const child of children.splice(0)) await child.kill();
	await rm(directory, { recursive: true, force: true });
});
const writer = (...args: readonly string[]): Child => {
	const child = startChild(WRITER, [directory, ...args]);
	children.push(child);
	return child;
};
const embedded = () => openStore({ kind: "embedded", directory });

describe("a storage directory", () => {
	it("is refused to a second process, which names the first", async () => {
		const child = writer();
		await child.line("open");
		await expect(embedded()).rejects.toMatchObject({
			code: "STORE_LOCKED",
			message: expect.stringContaining(`process ${child.process.pid}`),
		});
	});

	it("is refused to a second opening in the same process, and free again after the first is closed", async () => {
		const first = lockDirectory(directory);
		expect(() => lockDirectory(directory)).toThrow(CandourError);
		expect(() => lockDirectory(directory)).toThrow(/in use|using/);
		first.release();
		lockDirectory(directory).release();
	});

	it("that cannot be written to is said to be so", async () => {
		const file = join(directory, "file");
		await writeFile(file, "");
		await expect(openStore({ kind: "embedded", directory: join(file, "data") })).rejects.toMatchObject({
			code: "STORE_UNREACHABLE",
		});
	});

	it("holds everything that was committed after kill -9, again and again, and goes on from there", async () => {
		let committed = 0;
		for (let round = 0; round < 3; round++) {
			const child = writer(`${committed + 1}`);
			await child.lineCount(1 + 20 + round * 7);
			await child.kill();
			committed = Number(child.lines.at(-1));
			const store = await embedded();
			try {
				const cursor = await cursorOf(store.db, CLERK, "Sent");
				// One more may have been committed before its number could be written.
				expect([committed, committed + 1]).toContain(cursor?.lastUid);
				committed = cursor?.lastUid ?? 0;
				const names = Array.from({ length: committed }, (_, index) => `m_n${index + 1}`);
				expect(await factsOf(store.db, names)).toHaveLength(committed);
				expect(await pendingSince(store.db, NOW, 10_000)).toHaveLength(committed);
			} finally {
				await store.close();
			}
		}
		expect(committed).toBeGreaterThanOrEqual(20 * 3);
	}, 120_000);

	it("whose files were destroyed is reported as damaged, not opened as an empty one", async () => {
		const store = await embedded();
		await storeBatch(store.db, batchOf(copyAt(placeOf(1), "fence")), keysOf, NOW);
		await store.close();
		await truncate(join(directory, "postgres", "global", "pg_control"), 100);
		await expect(embedded()).rejects.toMatchObject({ code: "STORE_DAMAGED", transient: false });
	});

	it("written by a newer Candour is not touched", async () => {
		const store = await embedded();
		await migrate(store.db, [{ version: 99, name: "later", statements: ["SELECT 1"] }]);
		await store.close();
		await expect(embedded()).rejects.toMatchObject({
			code: "STORE_DAMAGED",
			message: expect.stringContaining("newer"),
		});
	});

	it("that is half set up, a migration having failed, holds nothing of it", async () => {
		const store = await embedded();
		const statements = ["CREATE TABLE candour.half (a int)", "SELECT nonsense"];
		const broken = { version: store.schemaVersion + 1, name: "broken", statements };
		await expect(migrate(store.db, [broken])).rejects.toThrow();
		await expect(store.db.execute("SELECT * FROM candour.half")).rejects.toThrow();
		await store.close();
	});
});

/** A small disk of its own can only be mounted by root. */
const canMount = process.platform === "linux" && process.getuid?.() === 0 && mounts();
function mounts(): boolean {
	try {
		execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}

describe("a full disk", () => {
	it.runIf(canMount)(
		"is a typed error, and what was committed before is there afterwards",
		async () => {
			execFileSync("mount", ["-t", "tmpfs", "-o", "size=110m", "tmpfs", directory]);
			try {
				const filler = join(directory, "filler");
				const store = await embedded();
				await storeBatch(store.db, batchOf(copyAt(placeOf(1), "fence")), keysOf, NOW);
				try {
					execFileSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=64k"], { stdio: "ignore" });
				} catch {
					// It ends with "no space left", as intended.
				}
				const fill = async () => {
					for (let uid = 2; uid < 3_000; uid++) {
						const subject = Array.from({ length: 2_000 }, () => Math.random().toString(36)).join("");
						await storeBatch(store.db, batchOf(copyAt(placeOf(uid), `n${uid}`, { subject })), keysOf, NOW);
					}
				};
				const error = await fill().then(
					() => undefined,
					(reason: unknown) => storeError(reason),
				);
				expect(error).toMatchObject({ code: "DISK_FULL", transient: true });
				await store.close().catch(() => undefined);
				await rm(filler);
				const again = await embedded();
				expect(await factsOf(again.db, ["m_fence"])).toHaveLength(1);
				await again.close();
			} finally {
				execFileSync("umount", ["-l", directory]);
			}
		},
		120_000,
	);

	it("is told from other errors by its code, whatever wraps it", () => {
		const wrapped = new Error("Failed query", { cause: Object.assign(new Error("x"), { code: "ENOSPC" }) });
		expect(storeError(wrapped)).toMatchObject({ code: "DISK_FULL", transient: true });
		const other = new Error("something else");
		expect(storeError(other)).toBe(other);
	});
});

describe("a database server", () => {
	it("that does not answer is unreachable for now", async () => {
		const database = `postgres://candour@127.0.0.1:${await freePort()}/candour`;
		await expect(openStore({ kind: "server", database })).rejects.toMatchObject({
			code: "STORE_UNREACHABLE",
			transient: true,
		});
	});

	it("that goes away in the midst of a transaction fails that call, ends no process, and is found again", async () => {
		const postgres = await startPostgres();
		const store = await openStore({ kind: "server", database: postgres.url });
		try {
			const work = store.db.transaction(async (tx) => {
				await tx.execute("SELECT 1");
				// Nothing is asked of the connection while it breaks, so that no query fails for it.
				await postgres.restart();
				await tx.execute("SELECT 1");
			});
			await expect(work.catch((error: unknown) => Promise.reject(storeError(error)))).rejects.toMatchObject({
				code: "STORE_UNREACHABLE",
				transient: true,
			});
			await store.ping();
		} finally {
			await store.close();
			await postgres.stop();
		}
	});
});

it("leaves nothing but its own files in the directory", async () => {
	const store = await embedded();
	await store.close();
	expect((await readdir(directory)).sort()).toEqual(["candour.lock", "candour.pid", "postgres"]);
});
