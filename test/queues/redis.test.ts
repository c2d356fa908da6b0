import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBackend } from "../../src/queues/backends.ts";
import { freePort } from "../servers/free-port.ts";
import { startPostgres } from "../servers/postgres.ts";
import { type Redis as RedisServer, startRedis } from "../servers/redis.ts";
import { conformance } from "./conformance.ts";

conformance("Redis", async () => {
	const [postgres, redis] = [await startPostgres(), await startRedis()];
	return {
		storage: { kind: "server", database: postgres.url, queue: redis.url },
		restart: () => redis.restart(),
		remove: async () => {
			await redis.stop();
			await postgres.stop();
		},
	};
});

describe("Redis itself", () => {
	let redis: RedisServer;
	beforeAll(async () => {
		redis = await startRedis();
	});
	afterAll(() => redis?.stop());
	const open = (queue: string) =>
		openBackend({ kind: "server", database: "postgres://unused", queue }, { kind: "server", url: "postgres://unused" });

	it("gets no warning while it keeps everything, and one while it may drop jobs", async () => {
		expect((await open(redis.url)).warnings).toEqual([]);
		const client = new Redis(redis.url);
		await client.config("SET", "maxmemory-policy", "allkeys-lru");
		client.disconnect();
		expect((await open(redis.url)).warnings).toEqual([expect.stringContaining("noeviction (it is allkeys-lru)")]);
	});

	it("is unreachable for now where nobody answers", async () => {
		await expect(open(`redis://127.0.0.1:${await freePort()}`)).rejects.toMatchObject({
			code: "QUEUE_UNREACHABLE",
			transient: true,
		});
	});
});
