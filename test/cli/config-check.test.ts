import { expect, test, vi } from "vitest";
import { startSmtp } from "../servers/smtp.ts";
import { COUNCIL, candour, letter, place, placeWithStore, SENT, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

test("a valid configuration is summed up", async () => {
	const ran = await candour(place(), ["config", "check"]);
	expect(ran).toMatchObject({ status: 0, err: "" });
	expect(ran.out).toContain("is valid.");
	expect(ran.out).toContain("Thornby Parish Council: 4 people");
});

test("a mistake ends with 2 and names the nearest key", async () => {
	const ran = await candour(place({ "council.yaml": COUNCIL.replace("digest:", "digset:") }), ["config", "check"]);
	expect(ran.status).toBe(2);
	expect(ran.err).toMatch(/^candour: /u);
	expect(ran.err).toContain("digest");
});

test("with --connect each server is tried, and one that fails ends it with 2", async () => {
	const smtp = await startSmtp();
	const server = (port: number) =>
		COUNCIL.replace("smtp: { directory: ./outgoing }", `smtp: { host: 127.0.0.1, port: ${port}, secure: false }`);
	const well = await candour(await placeWithStore({ "council.yaml": server(smtp.port) }), [
		"config",
		"check",
		"--connect",
	]);
	await smtp.stop();
	expect(well.out).toContain("ok      Mail server");
	expect(well.out).toContain("ok      Database");
	expect(well.status).toBe(0);
	const broken = await candour(await placeWithStore({ "council.yaml": server(smtp.port) }), [
		"config",
		"check",
		"--connect",
	]);
	expect(broken.out).toContain("FAILED  Mail server");
	expect(broken.status).toBe(2);
});

test("with --connect a mailbox in files says what lies there, and one that is missing fails", async () => {
	const mailboxes = `${COUNCIL}
mailboxes:
  - { name: clerk@thornby.example, maildir: ./mail/clerk@thornby.example }
  - { name: office@thornby.example, maildir: ./nothere }
`;
	const directory = await placeWithStore({ "council.yaml": mailboxes, [`${SENT}/1.eml`]: letter() });
	const ran = await candour(directory, ["config", "check", "--connect"]);
	expect(ran.out).toContain("ok      Mailbox clerk@thornby.example: a folder of .eml files with 1 message");
	expect(ran.out).toMatch(/FAILED {2}Mailbox office@thornby\.example: There is no folder .*nothere/u);
	expect(ran.status).toBe(2);
});
