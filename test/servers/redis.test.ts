import { Redis as Client } from "ioredis";
import { expect, test } from "vitest";
import { startRedis } from "./redis.ts";

test("Redis keeps its data over a restart and never evicts", async () => {
	const redis = await startRedis();
	const client = new Client(redis.url);
	client.on("error", () => {});
	try {
		await client.set("town", "Thornby");
		await redis.restart();
		expect(await client.get("town")).toBe("Thornby");
		expect(await client.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
	} finally {
		client.disconnect();
		await redis.stop();
	}
});
