/** Runs of five words that stand in everybody's mail, and so prove nothing about where a text came from. */
import { wordsOf } from "./normalise.ts";

/** Each line is one phrase; "/" parts give variants of their own. Written for British councils. */
const PHRASES = `
thank you for your email / thank you very much for your email / thank you for your email of / many thanks for your email
thank you for your letter / thank you for getting in touch / thanks for getting back to me / thank you for contacting me about
thank you for your prompt reply / thank you for letting me know / thank you for your help with this matter
i hope this email finds you well / i hope you are keeping well / i hope you are well and enjoying the
please do not hesitate to contact me if you have any questions / if you have any questions please do not hesitate to contact me
if you have any queries please do not hesitate to get in touch / please let me know if you have any questions
please let me know if you need any further information / if you require any further information please contact me
should you require any further information please do not hesitate to contact the office
please find attached a copy of the / please see the attached / please find attached the agenda for the / please see the email below
further to our telephone conversation / further to your email below / i am writing to you with regard to / i am writing to inform you that
i am writing on behalf of the council / with reference to your email of / i refer to your email of / in response to your email of
i look forward to hearing from you soon / we look forward to hearing from you / looking forward to hearing from you / i look forward to seeing you
please accept my apologies for the delay in replying / sorry for the delay in getting back to you / apologies for the delay in replying to your
i would be grateful if you could / i would be most grateful if you would / it would be helpful if you could
can you please let me know if / could you please let me know / please can you let me know / let me know if you have any
as soon as possible please / at your earliest convenience please / by the end of the week please / by close of business on
with kind regards and best wishes / with best wishes and kind regards / kind regards and many thanks / many thanks and kind regards
i am out of the office until / i am currently out of the office with no access to email / i will reply to your email on my return
my working days are monday tuesday wednesday thursday and friday / the office is open monday to friday between
office hours are monday to friday / please note that i work part time
members are hereby summoned to attend a meeting of the council / you are hereby summoned to attend a meeting of the
notice is hereby given that a meeting of the council will be held / to be held in the council chamber / will be held in the council chamber on
for the purpose of transacting the following business / to transact the business set out below
to receive apologies for absence / to receive and approve apologies for absence / to receive declarations of interest from members
to receive declarations of disclosable pecuniary interests and / to receive any declarations of interest in items on the agenda
to consider any requests for dispensations / to approve the minutes of the meeting held on / to approve as a correct record the minutes of the
to confirm and sign the minutes of the meeting of the / to receive and note the minutes of the / matters arising from the minutes
it was proposed by councillor and seconded by councillor / it was resolved that the / on being put to the vote it was resolved
there being no further business the chairman closed the meeting at / date and time of next meeting / the meeting closed at pm
members of the public are welcome to attend / members of the public may make representations / public participation a period of fifteen minutes
to consider planning applications received and to make recommendations to / to agree the schedule of payments / to approve the payments listed
that the press and public be excluded from the meeting / to resolve to exclude the press and public / exclusion of the press and public
that in view of the confidential nature of the business to be transacted / in view of the special or confidential nature of the business about to be transacted
it is advisable in the public interest that the press and public be temporarily excluded and they are instructed to withdraw
under the public bodies admission to meetings act 1960 / pursuant to section 1 2 of the public bodies admission to meetings act 1960
by reason of the confidential nature of the business to be transacted / publicity would be prejudicial to the public interest
under section 100a 4 of the local government act 1972 the public be excluded from the meeting for the following item of business
on the grounds that it involves the likely disclosure of exempt information as defined in paragraph of part 1 of schedule 12a of the act
in all the circumstances of the case the public interest in maintaining the exemption outweighs the public interest in disclosing the information
information relating to any individual / information which is likely to reveal the identity of an individual
information relating to the financial or business affairs of any particular person including the authority holding that information
local government act 1972 schedule 12 / the localism act 2011 / freedom of information act 2000 / data protection act 2018 / the general data protection regulation
this email and any attachments are confidential and intended solely for the addressee / this email and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed
if you have received this email in error please notify the sender immediately and delete it from your system
if you are not the intended recipient you must not use disclose copy or distribute this email / if you are not the named addressee you should not disseminate distribute or copy this email
you are hereby notified that any disclosure copying distribution or taking any action in reliance on the contents of this information is strictly prohibited
any views or opinions expressed are solely those of the author and do not necessarily represent those of the council
the council accepts no liability for any damage caused by any virus transmitted by this email / please consider the environment before printing this email
this email has been scanned for viruses / the information contained in this email may be subject to public disclosure under the freedom of information act 2000
all emails may be monitored in accordance with / we process personal data in accordance with the data protection act / for information on how we use your data see our privacy notice
caution this email originated from outside of the organisation do not click links or open attachments unless you recognise the sender and know the content is safe
mae croeso i chi ohebu â'r cyngor yn gymraeg neu yn saesneg / you are welcome to correspond with the council in welsh or english
sent from my iphone sent from my ipad / get outlook for ios / get outlook for android / begin forwarded message from
edrychaf ymlaen at glywed gennych / diolch yn fawr iawn am eich neges / diolch am eich e-bost / cofion gorau a diolch yn fawr
`;

/** First word to second word to the other three, joined by blanks. */
export type CommonRuns = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

let runs: CommonRuns | undefined;

/** The common runs, made once from the phrases above. */
export function commonRuns(): CommonRuns {
	runs ??= read();
	return runs;
}

function read(): CommonRuns {
	const found = new Map<string, Map<string, Set<string>>>();
	for (const phrase of PHRASES.split(/[\n/]/)) {
		const words = wordsOf(phrase);
		for (let at = 0; at + 5 <= words.length; at++) {
			const [first = "", second = "", ...rest] = words.slice(at, at + 5);
			const seconds = found.get(first) ?? new Map<string, Set<string>>();
			const rests = seconds.get(second) ?? new Set<string>();
			rests.add(rest.join(" "));
			seconds.set(second, rests);
			found.set(first, seconds);
		}
	}
	return found;
}
