import { afterAll, beforeAll, expect, test } from "vitest";
import { DOMAIN } from "../thornby.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

test("who isn't signed in is led to signing in, and from there to the page that he wanted", async () => {
	const { status, headers } = await site.get("/?x=1");
	expect(status).toBe(303);
	expect(headers.location).toBe("/sign-in?to=%2F%3Fx%3D1");
});

test("who is signed in sees the overview under the council's own name", async () => {
	const { status, body } = await site.get("/", await site.signIn(`clerk@${DOMAIN}`));
	expect(status).toBe(200);
	expect(body).toContain("Thornby Parish Council");
	expect(body).toContain("Jo Marsh");
	expect(body).toContain("aria-current=");
});

test("a session of somebody who is no longer a reviewer opens nothing", async () => {
	const { status } = await site.get("/", await site.signIn("gone@elsewhere.example"));
	expect(status).toBe(303);
});

test("a page runs no inline script and may not be framed", async () => {
	const { headers, body } = await site.get("/", await site.signIn(`clerk@${DOMAIN}`));
	expect(headers["content-security-policy"]).toContain("script-src 'self'");
	expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
	expect(headers["cache-control"]).toBe("no-store");
	expect(body).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/u);
});

test("neither the government's typeface nor its arms are served", async () => {
	const { body } = await site.get("/", await site.signIn(`clerk@${DOMAIN}`));
	const style = /href="(\/assets\/[^"]+\.css)"/u.exec(body)?.[1] ?? "";
	const css = await site.get(style);
	expect(css.status).toBe(200);
	expect(css.body).not.toMatch(/GDS Transport|url\(/u);
});

test("a form without its token is refused", async () => {
	const cookie = await site.signIn(`clerk@${DOMAIN}`);
	const response = await site.app.inject({ method: "POST", url: "/sign-out", headers: { cookie }, payload: {} });
	expect([403, 404]).toContain(response.statusCode);
});
