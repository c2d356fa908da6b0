import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Service {
	readonly command?: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	readonly image?: string;
	readonly build?: string;
	readonly profiles?: readonly string[];
	readonly volumes?: readonly string[];
	readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
	readonly healthcheck?: { readonly test: readonly string[] };
}

const text = readFileSync("docker-compose.yml", "utf8");
const compose = parse(text, { merge: true }) as { readonly services: Readonly<Record<string, Service>> };
const dockerfile = readFileSync("Dockerfile", "utf8");
const instruction = (name: string): readonly string[] =>
	[...dockerfile.matchAll(new RegExp(`^${name} ((?:.*\\\\\\n)*.*)$`, "gmu"))].map(([, rest = ""]) => rest);
const parts = Object.entries(compose.services).filter(([, { profiles }]) => profiles?.length === 1);

describe("the compose file", () => {
	it("has one service for each worker entry point, and one that runs all", () => {
		const only = parts.flatMap(([, { command = [] }]) =>
			command.includes("--only") ? [command[command.indexOf("--only") + 1]] : [],
		);
		expect(only.sort()).toEqual(
			readdirSync("workers")
				.filter((name) => name.endsWith(".ts"))
				.map((name) => name.replace(".ts", ""))
				.sort(),
		);
		expect(compose.services.candour?.command).not.toContain("--only");
	});
	it("starts each by the configuration file that it mounts", () => {
		for (const [name, { command = [], volumes = [] }] of parts) {
			const config = command[command.indexOf("--config") + 1];
			expect(
				volumes.some((volume) => volume.split(":")[1] === config),
				name,
			).toBe(true);
		}
	});
	it("keeps Candour's data on a volume that the image declares", () => {
		const declared = JSON.parse(instruction("VOLUME")[0] ?? "[]") as string[];
		for (const [, { volumes = [] }] of parts)
			expect(volumes.map((volume) => volume.split(":")[1])).toContain(declared[0]);
	});
	it("waits for the servers' own health checks", () => {
		for (const [name, { depends_on = {} }] of parts) {
			expect(Object.keys(depends_on).sort(), name).toEqual(["postgres", "redis"]);
			for (const server of Object.keys(depends_on))
				expect(compose.services[server]?.healthcheck?.test.length).toBeGreaterThan(1);
		}
	});
	it("runs Redis with noeviction and an append-only file", () => {
		const command = compose.services.redis?.command?.join(" ");
		expect(command).toContain("--maxmemory-policy noeviction");
		expect(command).toContain("--appendonly yes");
	});
	it("asks for every secret by the environment and writes none", () => {
		const secrets = new Set([...text.matchAll(/\$\{([A-Z_]+)/gu)].map(([, name]) => name));
		const listed = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=(.*)$/gmu)];
		for (const [, name, value] of listed) {
			if (secrets.has(name)) expect(value).toBe("");
			secrets.delete(name);
		}
		// The two that it puts together itself, for council.yaml.
		expect([...secrets].sort()).toEqual(["DATABASE_URL", "QUEUE_URL"]);
	});
	it("gives the example configuration the names that it reads", () => {
		const example = readFileSync("config/council.example.yaml", "utf8");
		const given = new Set(parts.flatMap(([, { environment = {} }]) => Object.keys(environment)));
		const read = [...example.replace(/^\s*#.*$/gmu, "").matchAll(/\$\{([A-Z_]+)\}/gu)].map(([, name]) => name ?? "");
		expect(read.length).toBeGreaterThan(0);
		for (const name of read) expect([...given]).toContain(name);
	});
});

describe("the Dockerfile", () => {
	it("runs Node 24, as a user who is not root, without a build step", () => {
		expect(instruction("FROM")).toEqual(["node:24-bookworm-slim"]);
		expect(instruction("USER")).toEqual(["node"]);
		expect(dockerfile).not.toMatch(/npm run build|tsc/u);
	});
	it("copies only files and folders that exist", () => {
		const copied = instruction("COPY").flatMap((rest) => rest.split(/\s+/u).slice(0, -1));
		expect(copied.length).toBeGreaterThan(5);
		for (const path of copied) expect(existsSync(path), path).toBe(true);
	});
	it("copies every folder that the command line needs", () => {
		const copied = instruction("COPY").flatMap((rest) => rest.split(/\s+/u).slice(0, -1));
		for (const folder of ["./src", "./bin", "./workers", "./config", "./docs"].map((path) => path.slice(2)))
			expect(copied).toContain(folder);
	});
	it("starts and checks what is there", () => {
		const entry = JSON.parse(instruction("ENTRYPOINT")[0] ?? "[]") as string[];
		const health = /CMD (\[.*\])/u.exec(instruction("HEALTHCHECK")[0] ?? "")?.[1] ?? "[]";
		for (const [, script = ""] of [entry, JSON.parse(health) as string[]]) {
			expect(existsSync(script.replace("/opt/candour/", "")), script).toBe(true);
		}
	});
});
