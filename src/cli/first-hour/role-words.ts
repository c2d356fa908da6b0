/** Words of addresses that name a post, a committee or a machine, and no human being. */

const LIST_WORDS = words("councillors cllrs members allmembers everyone all staff officers employees committee");
const MACHINE_WORDS = words(
	"noreply donotreply noreplies mailer daemon postmaster scanner scans scan copier printer mfd mfp bounce bounces notification notifications autoreply automated microsoftexchange calendar voicemail fax",
);
const POST_WORDS = words(
	"office enquiries enquiry info information admin administration mail email post contact contacts contactus hello reception clerk townclerk parishclerk deputy deputyclerk assistant assistantclerk clerks allotments allotment cemetery cemeteries burials bookings booking hall halls townhall villagehall events event finance accounts invoices payments rfo mayor mayoralty mayors civic chair chairman grounds parks park markets market tourism tic museum library comms communications press media news newsletter website webmaster web it ict support foi dpo data protection dataprotection gdpr hr payroll jobs vacancies recruitment personnel complaints highways environment warden wardens community neighbourhood neighbourhoodplan ndp planning staffing amenities leisure facilities maintenance works depot caretaker council parish town services service customer customerservices licensing elections democratic governance legal audit general the of and for to on all team group working",
);
/** A councillor's address often begins so. */
const COUNCILLOR_WORDS = words("cllr clr councillor coun cyng cynghorydd");

export type AddressKind = "machine" | "list" | "post" | "councillor" | "person";

/** What the part before the @ looks like; "person" where no word of it is known. */
export function kindOfLocalPart(address: string): AddressKind {
	const local = address.slice(0, address.lastIndexOf("@"));
	const parts = local
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((part) => part !== "");
	const joined = parts.join("");
	if (parts.length === 0) return "person";
	if ([joined, ...parts].some((part) => MACHINE_WORDS.has(part))) return "machine";
	const role = (part: string) => POST_WORDS.has(part) || LIST_WORDS.has(part);
	if (parts.every(role) || role(joined)) {
		return [joined, ...parts].some((part) => LIST_WORDS.has(part)) ? "list" : "post";
	}
	return parts.some((part) => COUNCILLOR_WORDS.has(part) || /^(?:cllr|councillor)\p{L}{3}/u.test(part))
		? "councillor"
		: "person";
}

/** Whether a display name is that of a body or a post. */
export function namesABody(name: string): boolean {
	return name
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.some((word) => BODY_WORDS.has(word) || LIST_WORDS.has(word));
}

const BODY_WORDS = words(
	"council office enquiries committee team group department services reception admin planning finance clerk clerks allotments cemetery bookings hall events",
);

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}
