/**
 * Sentences composed of parts, so that the model learns what a frame does to the words inside it: "the Council will
 * pay for it" binds, "I understand that the Council will pay for it" does not, whatever is paid.
 */

export interface Example {
	readonly text: string;
	readonly label: string;
}

const DEEDS: readonly string[] = [
	"pay for the new gates",
	"mend the wall by the chapel",
	"meet the cost of the coach",
	"refund your deposit",
	"let you have the field in June",
	"cut the hedge behind your house",
	"supply two hundred chairs",
	"waive the fee for the hall",
	"renew your lease for ten years",
	"replace the swings",
	"give the club £500",
	"take on the bus shelter",
	"buy the strip of land at £9,000",
	"accept your tender",
	"install a handrail on the steps",
	"send a crew to clear the ditch",
	"cancel the parking charge",
	"lend you the marquee and the generator",
	"employ your son through the summer",
	"fell the two limes",
	"match whatever you raise",
	"insure the hall and everything in it",
	"close the lane for your procession",
	"grit the hill whenever it freezes",
	"reimburse the surgery",
	"put up a bench for your father",
	"provide the stage and the sound",
	"withdraw the notice to quit",
	"indemnify the trustees",
	"print the programmes",
];

const ERRANDS = [
	"raise it with the county",
	"ask the Clerk about it",
	"come and see you on Thursday",
	"look into it",
	"write to our MP",
	"speak up for you at the meeting",
	"find out who is responsible",
	"ring you when I know more",
	"vote for your scheme",
	"put the question to the committee",
	"bring my own camera",
	"report it again tonight",
	"pass your letter to the office",
	"help you to fill in the form",
	"walk round with you and take notes",
] as const;

const BINDING = [
	"The Council will {}.",
	"We will {}.",
	"We'll {}.",
	"The parish council shall {}.",
	"We are going to {}.",
	"The Council is happy to {}.",
	"Yes, we'll {}.",
	"I can confirm that the Council will {}.",
	"On behalf of the Council I promise to {}.",
	"The Council undertakes to {}.",
	"Don't worry, the council will {}.",
	"As Chairman I give you my word that we will {}.",
	"Rest assured we'll {}.",
	"The Council agrees to {}.",
	"If the weather holds we'll {}.",
	"Once you have signed the Council will {}.",
	"I've arranged for the council to {}.",
	"You have the Council's promise to {}.",
	"We will gladly {}.",
	"It is agreed: we'll {}.",
];

const NEGATING = [
	"The Council will not {}.",
	"We won't {}.",
	"We cannot {}.",
	"The Council is unable to {}.",
	"The Council has not agreed to {}.",
	"I can't promise that the Council will {}.",
	"Nobody has said that we will {}.",
	"There is no promise by the Council to {}.",
	"I am not saying that the Council will {}.",
	"The Council has never undertaken to {}.",
	"I have no power to {}.",
	"Please don't take it that the Council will {}.",
	"It isn't true that the Council will {}.",
	"We are not in a position to {}.",
	"I never said that we'd {}.",
	"The Council declines to {}.",
];

const REPORTING = [
	"The Council resolved in May to {}.",
	"I understand from the Clerk that the Council will {}.",
	"The Clerk says that we will {}.",
	"According to the minutes the Council will {}.",
	"The committee agreed last night to {}.",
	"It was resolved to {}.",
	"The county council has promised to {}.",
	"As the Gazette says, the council is to {}.",
	"The Clerk has written to say that the Council will {}.",
	"I'm told that the council is going to {}.",
	"My colleague told you that we would {}.",
	"The last council undertook to {}.",
	"The developer has agreed to {}.",
	"Highways have said that they will {}.",
	"It was minuted that the Council would {}.",
	"You were told by the office that the Council would {}.",
	"The working party recommended that we {}.",
	"In 2015 the Council agreed to {}.",
];

const CONDITIONING = [
	"If the Council agrees we will {}.",
	"Subject to the Council's approval we will {}.",
	"Provided that members vote for it the Council will {}.",
	"The Council may {}.",
	"The Council might be able to {}.",
	"We hope to {}.",
	"Once the committee has approved it we will {}.",
	"Should the motion be carried the Council would {}.",
	"I expect that the Council will {}.",
	"With the committee's agreement we could {}.",
	"In principle we would like to {}.",
	"Unless full council decides otherwise we would {}.",
	"The Council is minded to {}.",
	"I'll recommend that the Council {}.",
	"It's for the Council to decide whether to {}.",
	"We would consider whether to {}.",
	"Depending on the vote we'll {}.",
	"When the budget has been passed we may {}.",
];

const ASKING = [
	"Will the Council {}?",
	"Has the Council agreed to {}?",
	"Could somebody at the county {}?",
	"Did we promise to {}?",
	"What would it cost to {}?",
	"I'd like to know if anybody is going to {}.",
	"Are you able to tell me who is to {}?",
];

const THINKING = [
	"I think that the Council should {}.",
	"In my view the Council ought to {}.",
	"It's high time that the council did more than {}.",
	"The county ought to {}.",
	"I would have voted to {}.",
	"Somebody should {}.",
	"If it were up to me we'd {}.",
	"It would be a mistake to {}.",
];

const STANDS = [
	"The Council objects to {}.",
	"The Council supports {}.",
	"The Council opposes {}.",
	"The Council regards {} as ill-judged.",
	"The Council considers {} to be premature.",
	"The Council urges you to look again at {}.",
	"The Council asks you to reconsider {}.",
	"The Council welcomes {}.",
	"The Council is concerned about {}.",
	"On behalf of the Council I object to {}.",
	"The Council's view of {} is unchanged.",
	"I write for the Council about {}.",
	"The Council calls on the Minister to withdraw {}.",
	"Please register the Council's objection to {}.",
];

const MATTERS = [
	"the application",
	"the closure of the police counter",
	"the draft boundary order",
	"the plan for ninety houses",
	"the new bus timetable",
	"the sale of the school field",
	"the reorganisation of the county",
	"the loss of the last bank",
];

const OTHER_BODIES = [
	"As chairman of the cricket club I can say that we will {}.",
	"The hall trustees will {}.",
	"My firm will {}.",
	"The Labour group would {}.",
	"Writing as treasurer of the Scouts, I confirm that we'll {}.",
	"My wife and I will {}.",
	"Speaking for the parochial church council, we will {}.",
	"Out of my own pocket I will {}.",
	"Our residents' association is going to {}.",
];

const DIRECTING = [
	"Please {}.",
	"Kindly {}.",
	"Go ahead and {}.",
	"You are to {}.",
	"You are instructed to {}.",
	"You may {}.",
	"I authorise you to {}.",
	"On the council's behalf please {}.",
	"We want you to {}.",
	"I'd be obliged if you would {}.",
	"Would you {} and send the bill to the Council.",
	"Have your men {}.",
	"Dave, {}.",
	"{}, and charge it to the council.",
	"Just {}.",
];

const JOBS = [
	"fell the ash by the gate",
	"start on the drains on Monday",
	"take the old shed down",
	"lay the path in brick",
	"deliver twelve benches to the depot",
	"stop work until our engineer has been",
	"change the locks",
	"dig out the footings",
	"paint the railings",
	"issue the proceedings",
	"order the extra stone",
	"clear the ditch as far as the bridge",
	"reopen the splash pad",
	"print two thousand copies",
	"fit the new boiler",
	"move the cabin to the lower field",
	"cancel the skip",
	"serve the notice on the tenant",
	"book the band for the eighth",
	"repair both roofs",
] as const;

const ERRAND_FRAMES = [
	"I will {}.",
	"I'll {}.",
	"I shall {}.",
	"I promise to {}.",
	"I'm going to {}.",
	"I'm happy to {}.",
	"As your councillor I'll {}.",
	"Leave it with me and I'll {}.",
	"I'll certainly {} for you.",
	"I undertake to {}.",
];

/** Every frame with some of its fillings, chosen by position so that each run composes the same. */
export function composed(each: number): readonly Example[] {
	const deeds = DEEDS;
	return [
		...fill(BINDING, deeds, "commits", each),
		...fill(NEGATING, deeds, "negated", each),
		...fill(REPORTING, deeds, "reported", each),
		...fill(CONDITIONING, deeds, "conditional", each),
		...fill(ASKING, deeds, "request", each),
		...fill(STANDS, MATTERS, "official", each),
		...fill(THINKING, deeds, "opinion", each),
		...fill(OTHER_BODIES, deeds, "personal", each),
		...fill(ERRAND_FRAMES, ERRANDS, "personal", each),
		...fill(DIRECTING, JOBS, "instructs", each),
		...fill(
			[
				"Please don't {} until you have the Clerk's order.",
				"I am not telling you to {}.",
				"Nobody has authorised you to {}.",
				"I can't ask you to {}.",
			],
			JOBS,
			"negated",
			each,
		),
		...fill(
			["The Clerk has asked you to {}, I gather.", "The contractor was told to {}.", "The office has told him to {}."],
			JOBS,
			"reported",
			each,
		),
		...fill(
			["If the committee agrees you would be asked to {}.", "You'd only have to {} if the Council so decides."],
			JOBS,
			"conditional",
			each,
		),
		...fill(
			["What would you charge to {}?", "Did anybody tell you to {}?", "When would you be able to {}?"],
			JOBS,
			"request",
			each,
		),
		...fill(["I think you should {}.", "They ought to {}, if you ask me."], JOBS, "opinion", each),
		...fill(
			[
				"It'll be done by the council: it's our men who will {}.",
				"The Council's people will {}.",
				"We'll {} at our own cost.",
			],
			JOBS,
			"commits",
			each,
		),
	];
}

function fill(frames: readonly string[], fillings: readonly string[], label: string, each: number): Example[] {
	return frames.flatMap((frame, row) =>
		Array.from({ length: Math.min(each, fillings.length) }, (_, column) => {
			const filling = fillings[(row * 7 + column * 3) % fillings.length] as string;
			const text = frame.replace(
				"{}",
				frame.startsWith("{}") ? filling.charAt(0).toUpperCase() + filling.slice(1) : filling,
			);
			return { text, label };
		}),
	);
}
