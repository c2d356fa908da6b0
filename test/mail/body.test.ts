import { describe, expect, it } from "vitest";
import { eml, parse, part } from "./eml.ts";

const HEADERS = ["From: clerk@thornby.example", "Date: Tue, 04 Jun 2024 09:15:00 +0000", "MIME-Version: 1.0"];
const PLAIN = "Content-Type: text/plain; charset=utf-8";
const HTML = "Content-Type: text/html; charset=utf-8";

function multipart(subtype: string, ...parts: readonly (readonly string[])[]): Buffer {
	return eml(...HEADERS, `Content-Type: multipart/${subtype}; boundary=b1`, "", ...parts.flat(), "--b1--", "");
}

describe("the text of a message", () => {
	it("comes in both alternatives", async () => {
		const message = await parse(
			multipart("alternative", part("b1", [PLAIN], "Noted."), part("b1", [HTML], "<p>Noted.</p>")),
		);
		expect(message).toMatchObject({ plain: "Noted.", html: "<p>Noted.</p>", attachments: [], partlyRead: [] });
	});

	it("is put together from its parts in order", async () => {
		const message = await parse(multipart("mixed", part("b1", [PLAIN], "One."), part("b1", [PLAIN], "Two.")));
		expect(message.plain).toBe("One.\nTwo.");
		expect(message.html).toBeUndefined();
	});

	it("stands whole in the HTML where only some of it is HTML, and then not in part as plain text", async () => {
		const message = await parse(
			multipart(
				"mixed",
				part("b1", [HTML], "<p>The offer is accepted.</p>"),
				part("b1", [PLAIN], "Scanned <clean> & safe."),
			),
		);
		expect(message.plain).toBeUndefined();
		expect(message.html).toContain("The offer is accepted.");
		expect(message.html).toContain("Scanned &lt;clean&gt; &amp; safe.");
	});

	it("survives missing charsets and false ones", async () => {
		const windows = Buffer.concat([eml(...HEADERS, "", ""), Buffer.from("It costs \xa350 \x96 net.", "latin1")]);
		expect((await parse(windows)).plain).toBe("It costs £50 – net.");
		const utf8 = eml(...HEADERS, "Content-Type: text/plain; charset=us-ascii", "", "It costs £50.");
		expect((await parse(utf8)).plain).toBe("It costs £50.");
	});

	it("keeps zero-width characters for the text layer", async () => {
		expect((await parse(eml(...HEADERS, PLAIN, "", "CON\u200BFIDENTIAL"))).plain).toBe("CON\u200BFIDENTIAL");
	});

	it("is read where the Content-Type is no media type", async () => {
		expect((await parse(eml(...HEADERS, "Content-Type: text", "", "Noted."))).plain).toBe("Noted.");
	});

	it("takes a named text behind the first for a file", async () => {
		const inline = [PLAIN, "Content-Disposition: inline; filename=notes.txt"];
		const message = await parse(
			multipart("mixed", part("b1", [PLAIN], "See below."), part("b1", inline, "Minutes of May.")),
		);
		expect(message.plain).toBe("See below.");
		expect(message.attachments).toMatchObject([{ name: "notes.txt", text: "Minutes of May." }]);
	});
});

describe("broken structures", () => {
	it("are read to the end without a closing boundary", async () => {
		const raw = eml(...HEADERS, "Content-Type: multipart/mixed; boundary=b1", "", ...part("b1", [PLAIN], "Noted."));
		expect((await parse(raw)).plain).toBe("Noted.");
	});

	it("are divided as they are, not as they say", async () => {
		for (const contentType of ["multipart/mixed", "multipart/mixed; boundary=other"]) {
			const raw = eml(...HEADERS, `Content-Type: ${contentType}`, "", ...part("b1", [PLAIN], "Noted."), "--b1--");
			const message = await parse(raw);
			expect(message.plain).toBe("Noted.");
			expect(message.partlyRead).toEqual(["its parts are not divided as it says"]);
		}
		const none = await parse(eml(...HEADERS, "Content-Type: multipart/mixed; boundary=b1", "", "Just text."));
		expect(none.plain).toBe("Just text.");
	});

	it("do not hide a file behind an inner multipart that was never closed", async () => {
		const raw = eml(
			...HEADERS,
			"Content-Type: multipart/mixed; boundary=b1",
			"",
			...part("b1", ["Content-Type: multipart/alternative; boundary=b2"], ""),
			...part("b2", [PLAIN], "Noted."),
			...part("b1", ["Content-Type: text/csv; name=rents.csv", "Content-Disposition: attachment"], "plot,rent"),
			"--b1--",
		);
		const message = await parse(raw);
		expect(message.plain?.trim()).toBe("Noted.");
		expect(message.attachments).toMatchObject([{ name: "rents.csv", text: "plot,rent" }]);
		expect(message.partlyRead).toEqual([]);
	});

	it("do not hide a file behind a delimiter with blanks at its end", async () => {
		const csv = ["Content-Type: text/csv; name=rents.csv", "Content-Disposition: attachment"];
		const raw = eml(
			...HEADERS,
			"Content-Type: multipart/mixed; boundary=b1",
			"",
			...part("b1", [PLAIN], "Noted."),
			...part("b1  ", csv, "plot,rent"),
			"--b1--",
		);
		expect((await parse(raw)).attachments).toMatchObject([{ name: "rents.csv", text: "plot,rent" }]);
	});

	it("give each message of a digest as a message", async () => {
		const raw = multipart("digest", part("b1", [], "From: a@x.example\r\nSubject: One\r\n\r\nFirst."));
		expect((await parse(raw)).attachments[0]?.message).toMatchObject({ subject: "One", plain: "First." });
	});
});
