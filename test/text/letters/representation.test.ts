import { expect, test } from "vitest";
import { isGovernmentAddress, isGovernmentName, representationTo } from "../../../src/text/letters/representation.ts";

test.each([
	"correspondence@communities.gov.uk",
	"jane.doe.mp@parliament.uk",
	"someone@lords.parliament.uk",
	"office@senedd.wales",
	"ministers@gov.scot",
	"contact@niassembly.gov.uk",
	"team@service.education.gov.uk",
	"defra.gov.uk",
])("%s belongs to government or a parliament", (address) => {
	expect(isGovernmentAddress(address)).toBe(true);
});

test.each([
	"clerk@thornby-pc.gov.uk",
	"planning@northshire.gov.uk",
	"someone@notparliament.uk",
	"defra@gmail.example",
	"office@police.uk",
])("%s does not", (address) => {
	expect(isGovernmentAddress(address)).toBe(false);
});

test.each([
	"The Rt Hon Jane Doe MP",
	"John Doe MSP",
	"Siân Doe MS",
	"Minister for Local Government",
	"Secretary of State for Transport",
	"Department for Education",
	"Office of John Doe MP",
	"Lord Doe of Thornby",
])("%s is a minister, a department or a member", (name) => {
	expect(isGovernmentName(name)).toBe(true);
});

test.each([
	"Police and Crime Commissioner",
	"The Lord Mayor of Northcaster",
	"Rev. J. Doe, Methodist Minister of Religion",
	"Northshire County Council",
	"MPH Fencing Ltd",
	"Lady Mayoress",
])("%s is not", (name) => {
	expect(isGovernmentName(name)).toBe(false);
});

test("a letter that greets a Minister is a representation, though its address tells nothing", () => {
	const to = [{ address: "post@office.example", name: "" }];
	expect(representationTo({ to, text: "Dear Minister\n\nThe Council asks you to think again." })).toBe("Dear Minister");
	expect(representationTo({ to, text: "Dear Mr Bray\n\nI wrote to the Minister about it." })).toBeUndefined();
});

test("the address block of an attached letter tells to whom it goes", () => {
	const to = [{ address: "post@office.example", name: "Post room" }];
	expect(representationTo({ to, text: "Jane Doe MP\nHouse of Commons\nLondon\n\nDear Ms Doe" })).toBe("Jane Doe MP");
});
