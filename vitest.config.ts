import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// Many tests wait for servers; on two cores a third worker uses those moments, and a fourth only makes timings worse.
		maxWorkers: 3,
		// Real servers on a shared machine: one more try tells a slow minute from a fault. A test that fails twice fails.
		retry: process.env.CI ? 1 : 0,
	},
});
