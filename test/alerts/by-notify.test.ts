import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverByNotify } from "../../src/alerts/by-notify.ts";
import type { Mail } from "../../src/alerts/mail.ts";
import { CandourError } from "../../src/errors.ts";

const KEY = "candour-1f2c8b36-6f3e-4a52-9a57-0c7a1f0d2b11-5d0e7a7c-53a4-4a8e-8df1-3b8d6f4c9e21";
/** What Notify was asked, and what it is to answer. */
let asked: { readonly url: string; readonly auth: string; readonly body: Record<string, unknown> }[] = [];
let answer: (url: string, body: Record<string, unknown>) => { readonly status: number; readonly message?: string };
let server: Server;
let url: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		let text = "";
		request.on("data", (part) => {
			text += part;
		});
		request.on("end", () => {
			const body = text === "" ? {} : JSON.parse(text);
			asked.push({ url: request.url ?? "", auth: request.headers.authorization ?? "", body });
			const { status, message } = answer(request.url ?? "", body);
			response.writeHead(status, { "content-type": "application/json" });
			response.end(
				JSON.stringify(message === undefined ? { id: "1" } : { status_code: status, errors: [{ message }] }),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
	asked = [];
	answer = () => ({ status: 201 });
});

const MAIL: Mail = {
	kind: "digest",
	key: "digest-2026-W12",
	messageId: "<digest-2026-W12@thornby-pc.example>",
	date: "2026-03-23T08:00:00Z",
	from: { address: "candour@thornby-pc.example", name: "Candour" },
	to: [
		{ address: "clerk@thornby-pc.example", name: "Jo Marsh" },
		{ address: "b.lund@thornby-pc.example", name: "Cllr Bea Lund" },
	],
	subject: "Candour digest 2026-W12: 1 new, 2 open",
	text: "Thornby Parish Council\n# not a heading\nCC Jo Marsh, Cllr Bea Lund\n",
	html: "<p>…</p>",
	headers: {},
};
const delivery = () => deliverByNotify({ kind: "notify", apiKey: KEY, templateId: "t-1", url });

test("each recipient gets the mail's subject and text by the template, under the same reference", async () => {
	expect(await delivery().send(MAIL)).toEqual({ accepted: MAIL.to.map(({ address }) => address), rejected: [] });
	expect(asked.map(({ url: path, body }) => [path, body.template_id, body.email_address, body.reference])).toEqual(
		MAIL.to.map(({ address }) => ["/v2/notifications/email", "t-1", address, MAIL.messageId]),
	);
	expect(asked[0]?.auth).toMatch(/^Bearer \S+\.\S+\.\S+$/u);
	expect(asked[0]?.auth).not.toContain(KEY.slice(-36));
	const { subject, message } = (asked[0]?.body.personalisation ?? {}) as Record<string, string>;
	expect(subject).toBe(MAIL.subject);
	expect(message?.split("\n")[1]).toBe("\u200b# not a heading");
	expect(message).toContain("CC Jo Marsh, Cllr Bea Lund");
});

test("a subject that is a link in Notify's own writing stays words", async () => {
	const text = "Subject: “[Open the finding](https://evil.example/sign-in)”\n";
	await delivery().send({ ...MAIL, text });
	const { message } = (asked[0]?.body.personalisation ?? {}) as Record<string, string>;
	expect(message).not.toContain("](");
	expect(message).toContain("[Open the finding]");
});

test("a recipient whom Notify refuses is told apart from those who got it", async () => {
	answer = (_path, { email_address: to }) =>
		to === MAIL.to[0]?.address ? { status: 400, message: "Not a valid email address" } : { status: 201 };
	expect(await delivery().send(MAIL)).toEqual({
		accepted: [MAIL.to[1]?.address],
		rejected: [{ address: MAIL.to[0]?.address, reason: "Not a valid email address", transient: false }],
	});
});

test.each([
	[400, "Missing personalisation: message", "DELIVERY_REFUSED", false],
	[403, "Invalid token: API key not found", "DELIVERY_FAILED", true],
	[429, "Exceeded rate limit", "DELIVERY_FAILED", true],
	[503, "Unavailable", "DELIVERY_FAILED", true],
] as const)("an answer of %i is told with Notify's own words", async (status, message, code, transient) => {
	answer = () => ({ status, message });
	const error = await delivery()
		.send(MAIL)
		.catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(CandourError);
	expect(error).toMatchObject({ code, transient, message: expect.stringContaining(message) });
});

test("the check asks for the template", async () => {
	answer = () => ({ status: 200 });
	await delivery().check();
	expect(asked[0]?.url).toBe("/v2/template/t-1");
	answer = () => ({ status: 404, message: "No result found" });
	await expect(delivery().check()).rejects.toThrow(/No result found/u);
});
