import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRecordStore, type RecordStore } from "../../src/audit/record-store.ts";

const BLOCK_BYTES = 100;
let folder = "";
const stores: RecordStore[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "candour-records-"));
});
afterEach(() => {
	for (const store of stores.splice(0)) store.close();
	rmSync(folder, { recursive: true, force: true });
});

function open(...folders: readonly string[]): RecordStore {
	const store = openRecordStore(folders, BLOCK_BYTES);
	stores.push(store);
	return store;
}

/** Of 3 to 64 bytes, now and then larger than a block. */
function record(number: number): Buffer {
	return Buffer.from(
		`${number}:`.padEnd(number % 10 === 9 ? 350 : 3 + (number % 62), String.fromCharCode(97 + (number % 26))),
	);
}

function expectAll(store: RecordStore, count: number): void {
	for (const number of Array(count).keys()) {
		const index = (number * 7) % count;
		expect(Buffer.from(store.get(index)).toString()).toBe(record(index).toString());
	}
}

describe.each([
	["a file", () => [folder], "file"],
	["memory", () => [], "memory"],
	["memory, where no folder will do", () => [join(folder, "nowhere"), "/dev/null"], "memory"],
	["a file of the next folder, where the first will not do", () => [join(folder, "nowhere"), folder], "file"],
] as const)("records in %s", (_, folders, kept) => {
	it("come back as they were put, in any order and between puts", () => {
		const store = open(...folders());
		for (const number of Array(3_000).keys()) {
			store.put(number, record(number));
			const earlier = (number * 31) % (number + 1);
			expect(Buffer.from(store.get(earlier)).equals(record(earlier))).toBe(true);
		}
		expectAll(store, 3_000);
		expect(store.kept).toBe(kept);
	});
	it("can be replaced", () => {
		const store = open(...folders());
		for (const number of Array(50).keys()) store.put(number, record(number + 1));
		for (const number of Array(50).keys()) store.put(number, record(number));
		expectAll(store, 50);
	});
	it("are gone when it is closed", () => {
		const store = open(...folders());
		for (const number of Array(50).keys()) store.put(number, record(number));
		store.close();
		store.close();
		expect(() => store.get(0)).toThrow(RangeError);
		expect(() => store.get(49)).toThrow(RangeError);
	});
});

it.runIf(process.platform === "linux")("the file has no name, and is for its owner alone", () => {
	const store = open(folder);
	for (const number of Array(50).keys()) store.put(number, record(number));
	expect(readdirSync(folder)).toEqual([]);
	const own = readdirSync("/proc/self/fd").filter((name) => linkOf(name).startsWith(folder));
	expect(own).toHaveLength(1);
	const { mode, size } = statSync(`/proc/self/fd/${own[0]}`);
	expect(mode & 0o777).toBe(0o600);
	expect(size).toBeGreaterThan(500);
	store.close();
	expect(readdirSync("/proc/self/fd").filter((name) => linkOf(name).startsWith(folder))).toEqual([]);
});

function linkOf(descriptor: string): string {
	try {
		return readlinkSync(`/proc/self/fd/${descriptor}`);
	} catch {
		return "";
	}
}

describe.runIf(mayMount())("on a disk that is full", () => {
	it("what was written stays readable, and the rest is kept in memory", () => {
		const small = join(folder, "small");
		mkdirSync(small);
		execFileSync("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", small]);
		try {
			const store = open(small);
			for (const number of Array(2_000).keys()) store.put(number, record(number));
			expect(store.kept).toBe("memory");
			expectAll(store, 2_000);
			store.close();
		} finally {
			execFileSync("umount", ["-l", small]);
		}
	});
});

function mayMount(): boolean {
	try {
		execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
		return process.getuid?.() === 0;
	} catch {
		return false;
	}
}
