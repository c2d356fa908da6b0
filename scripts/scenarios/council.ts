/** Skelbeck, an invented mill town in the Pennines, its council and the people who write to it. */
const DOMAIN = "skelbeck-tc.example";

const councillor = (name: string, group: string, committees: readonly string[], local: string, more: object = {}) => ({
	name,
	title: "Cllr",
	role: "councillor",
	group,
	committees,
	email: [`${local}@${DOMAIN}`],
	from: "2023-05-09",
	...more,
});
const officer = (name: string, local: string, more: object = {}) => ({
	name,
	role: "officer",
	email: [`${local}@${DOMAIN}`],
	...more,
});

export const ROSTER = {
	brenda: councillor("Brenda Ackroyd", "Labour", ["Finance", "Staffing"], "b.ackroyd", { offices: ["chair", "mayor"] }),
	graham: councillor("Graham Sutcliffe", "Conservative", ["Planning", "Finance"], "g.sutcliffe", {
		offices: ["vice-chair"],
		email: [`g.sutcliffe@${DOMAIN}`, "graham.sutcliffe@fellmail.example"],
	}),
	joan: councillor("Joan Barraclough", "Labour", ["Planning"], "j.barraclough", { offices: ["leader"] }),
	tom: councillor("Tom Greenwood", "Labour", ["Amenities"], "t.greenwood"),
	alison: councillor("Alison Greenwood", "Liberal Democrat", ["Planning"], "a.greenwood"),
	fiona: councillor("Fiona Marsden-Clegg", "Liberal Democrat", ["Staffing", "Finance"], "f.marsden-clegg"),
	declan: councillor("Declan O'Hara", "Independent", ["Amenities"], "d.ohara"),
	zoe: councillor("Zoë Hargreaves", "Conservative", ["Amenities", "Staffing"], "z.hargreaves"),
	nasreen: councillor("Nasreen Akhtar", "Labour", ["Finance", "Planning"], "n.akhtar", {
		email: [`n.akhtar@${DOMAIN}`, "nas.akhtar@dalenet.example"],
	}),
	walter: councillor("Walter Dobson", "Conservative", ["Planning"], "w.dobson", { to: "2026-03-31" }),
	keith: councillor("Keith Uttley", "Independent", ["Amenities"], "k.uttley", { from: "2026-05-07" }),
	pauline: officer("Pauline Crabtree", "clerk", { offices: ["proper-officer"] }),
	neil: officer("Neil Haigh", "deputy", { offices: ["deputy-clerk"] }),
	sunita: officer("Sunita Rao", "finance", { offices: ["responsible-financial-officer"] }),
	barry: officer("Barry Lumb", "works"),
	chloe: officer("Chloe Tordoff", "admin"),
	info: officer("Skelbeck Town Council", "info", { shared: true }),
};

export const LISTS = [
	{ address: `members@${DOMAIN}`, name: "All Members", members: "all-councillors" },
	{ address: `planning-cttee@${DOMAIN}`, name: "Planning Committee", members: "committee:Planning" },
	{ address: `labour@${DOMAIN}`, name: "Labour Group", members: "group:Labour" },
	{ address: `conservative@${DOMAIN}`, name: "Conservative Group", members: "group:Conservative" },
	{ address: `libdem@${DOMAIN}`, name: "Liberal Democrat Group", members: "group:Liberal Democrat" },
	{ address: `office@${DOMAIN}`, name: "Office", members: "all-officers" },
];

export const councilOf = (protocol: string) => ({
	council: { name: "Skelbeck Town Council", domains: [DOMAIN], timezone: "Europe/London", protocol },
	people: Object.values(ROSTER),
	lists: LISTS,
	authorisedRecipients: [
		{ name: "Monitoring Officer", email: "monitoring@calderford.example" },
		{ name: "Holroyd & Pim LLP (solicitors)", domain: "holroydpim.example" },
		{ name: "Moorgate Mutual (insurer)", domain: "moorgatemutual.example" },
	],
	complainants: [{ name: "Mr D Feather", email: "d.feather@dalenet.example" }],
	calendar: { nation: "england" },
	mailboxes: [{ name: `journal@${DOMAIN}`, journal: true }],
});

/** Keys that are no persons of the roster: private addresses, lists. */
const OTHER: Readonly<Record<string, string>> = {
	"nasreen-home": "Nas Akhtar <nas.akhtar@dalenet.example>",
	"graham-home": "Graham Sutcliffe <graham.sutcliffe@fellmail.example>",
	members: `All Members <members@${DOMAIN}>`,
	labour: `Labour Group <labour@${DOMAIN}>`,
	journal: `<journal@${DOMAIN}>`,
};

/** Name and address of a key, or of "Name <address>". */
export function person(key: string): { name: string; address: string } {
	const known = ROSTER[key as keyof typeof ROSTER];
	if (known) return { name: known.name, address: known.email[0] ?? "" };
	const [, name = "", address = ""] = /^(.*?)\s*<(.+)>$/u.exec(OTHER[key] ?? key) ?? [];
	if (!address) throw new Error(`nobody is called ${key}`);
	return { name, address };
}

export const DISCLAIMER = `This email and any attachment may contain confidential information and is intended only for the addressee. If you are not the addressee please delete it and let us know. Views expressed are not necessarily those of Skelbeck Town Council.`;

const office = (name: string, post: string) => `${name}
${post}
Skelbeck Town Council
The Old Wool Exchange, Market Place, Skelbeck
Tel 01632 960771`;

export const SIGN = {
	clerk: `${office("Pauline Crabtree CiLCA", "Town Clerk & Proper Officer")}\n\n${DISCLAIMER}`,
	bare: office("Pauline Crabtree CiLCA", "Town Clerk & Proper Officer"),
	deputy: `${office("Neil Haigh", "Deputy Town Clerk")}\n\n${DISCLAIMER}`,
	finance: office("Sunita Rao MAAT", "Responsible Financial Officer"),
	admin: office("Chloe Tordoff", "Administration Assistant"),
};
