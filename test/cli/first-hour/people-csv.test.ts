/** The council's people out of a spreadsheet. */
import { describe, expect, test } from "vitest";
import { peopleFromCsv } from "../../../src/cli/first-hour/people-csv.ts";

const HEAD = "name,role,email,offices,group,committees";
const read = (text: string | Buffer) => peopleFromCsv(Buffer.from(text), "people.csv");

describe("a people's file", () => {
	test("gives people with all that a row tells of them", () => {
		expect(
			read(`${HEAD}\nIris Penhale,councillor,i.penhale@thornby.example,chair,Labour,"Planning; Staffing"\n`),
		).toEqual([
			{
				name: "Iris Penhale",
				role: "councillor",
				email: ["i.penhale@thornby.example"],
				offices: ["chair"],
				group: "Labour",
				committees: ["Planning", "Staffing"],
			},
		]);
	});

	test("may come from Excel: semicolons, a byte-order mark, Windows letters, other headings, UK dates", () => {
		const text =
			"Full name;Role;E-mail addresses;Party;From\r\nSiân Prys;Cllr;s.prys@thornby.example;Plaid;9/5/2023\r\n;;;;\r\n";
		const person = {
			name: "Siân Prys",
			role: "councillor",
			email: ["s.prys@thornby.example"],
			group: "Plaid",
			from: "2023-05-09",
		};
		expect(read(`\ufeff${text}`)).toEqual([person]);
		expect(read(Buffer.from(text, "latin1"))).toEqual([person]);
	});

	test("keeps both addresses of a person, the first one first, and knows a shared mailbox", () => {
		const rows = 'Dora Finch,clerk,"clerk@thornby.example, dora@home.example",yes\n';
		expect(read(`name,role,email,shared\n${rows}`)).toEqual([
			{
				name: "Dora Finch",
				role: "officer",
				offices: ["proper-officer"],
				email: ["clerk@thornby.example", "dora@home.example"],
				shared: true,
			},
		]);
	});

	test("tells every fault with its line, and takes no half of a file", () => {
		const rows = [
			"Ada Moss,mayor,a.moss@thornby.example",
			"Una Vale,officer,una",
			"Seth Ware,officer,s.ware@thornby.example",
		];
		const fault = expect.objectContaining({
			code: "USAGE",
			message: expect.stringMatching(
				/people\.csv:2: role is "mayor"; write councillor or officer\.\npeople\.csv:3: email is "una"/u,
			),
		});
		expect(() => read(`name,role,email\n${rows.join("\n")}\n`)).toThrow(fault);
	});

	test.each([
		["no column for the address", "name,role\nAda,officer\n", "no column email"],
		["nobody in it", `${HEAD}\n`, "names nobody"],
		["a quote that never ends", `name,role,email\n"Ada,officer,a@thornby.example\n`, "is no CSV"],
	])("with %s is refused", (_what, text, message) => {
		expect(() => read(text)).toThrow(message);
	});
});
