import { describe, expect, it } from "vitest";
import { parseAddresses, singleAddress } from "../../src/mail/addresses.ts";
import { RECIPIENTS_MAX } from "../../src/mail/limits.ts";
import { addressesOf } from "./eml.ts";

const read = (...values: string[]) => parseAddresses(values).addresses;

describe("address fields", () => {
	it("are read in lower case with the names beside them", () => {
		expect(read('"Pell, Alan" <A.Pell@Thornby.Example>, voss@thornby.example')).toEqual([
			{ address: "a.pell@thornby.example", name: "Pell, Alan" },
			{ address: "voss@thornby.example", name: "" },
		]);
		expect(read("clerk@thornby.example (Jo Marsh)")).toEqual([{ address: "clerk@thornby.example", name: "Jo Marsh" }]);
	});

	it("lose their groups, and an empty group names nobody", () => {
		expect(addressesOf(read("Members: a@x.example, B <b@x.example>;, c@x.example"))).toEqual([
			"a@x.example",
			"b@x.example",
			"c@x.example",
		]);
		for (const nobody of ["Undisclosed recipients:;", "undisclosed-recipients:", "<Undisclosed-Recipient:;>"]) {
			expect(parseAddresses([nobody])).toEqual({ addresses: [], unreadable: [], cut: false });
		}
	});

	it("decode names, but never make an address of encoded words", () => {
		expect(read("=?utf-8?Q?Pell=2C_Alan?= <a.pell@thornby.example>")[0]?.name).toBe("Pell, Alan");
		const fabricated = Buffer.from("Voss <voss@thornby.example>").toString("base64");
		for (const written of [`=?utf-8?B?${fabricated}?=`, "<=?utf-8?q?voss=40thornby.example?=>"]) {
			const parsed = parseAddresses([written]);
			expect(parsed.addresses).toEqual([]);
			expect(parsed.unreadable).toHaveLength(1);
		}
		expect(read(`=?utf-8?Q?voss=40thornby.example?= <other@x.example>`)).toEqual([
			{ address: "other@x.example", name: "voss@thornby.example" },
		]);
	});

	it("name who has no mail address instead of dropping him", () => {
		expect(parseAddresses(["Jo Marsh </O=THORNBY/CN=JMARSH>, Town Clerk"]).unreadable).toEqual([
			"/O=THORNBY/CN=JMARSH",
			"Town Clerk",
		]);
	});

	it("hold each address once, over all lines of the field", () => {
		expect(addressesOf(read("a@x.example, A@X.example", "b@x.example; a@x.example"))).toEqual([
			"a@x.example",
			"b@x.example",
		]);
	});

	it(`survive ${RECIPIENTS_MAX} recipients and say where more were cut`, () => {
		const list = (count: number) =>
			Array.from({ length: count }, (_, number) => `"Person, ${number}" <p${number}@sallowfield.example>`).join(", ");
		const started = performance.now();
		const all = parseAddresses([list(RECIPIENTS_MAX)]);
		expect(performance.now() - started).toBeLessThan(3_000);
		expect([all.addresses.length, all.cut]).toEqual([RECIPIENTS_MAX, false]);
		const more = parseAddresses([list(RECIPIENTS_MAX + 1)]);
		expect([more.addresses.length, more.cut]).toEqual([RECIPIENTS_MAX, true]);
	});

	it("tell a single address from other words", () => {
		expect(singleAddress(" <Clerk@Thornby.Example> ")).toBe("clerk@thornby.example");
		expect(singleAddress("mailing list clerks@thornby.example")).toBeUndefined();
		expect(singleAddress("root")).toBeUndefined();
	});
});
