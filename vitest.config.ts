import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// Two cores run the servers too; more workers only make timings worse.
		maxWorkers: 2,
		// Real servers on a shared machine: one more try tells a slow minute from a fault. A test that fails twice fails.
		retry: process.env.CI ? 1 : 0,
	},
});
