/** The filter of the findings page: what stands in the address, in the form, and what the store is asked for. */
import { z } from "zod";
import type { Roster } from "../../people/roster.ts";
import { RULES } from "../../rules/index.ts";
import type { FindingFilter, ListedState } from "../../store/findings-list.ts";
import { searchable } from "../../store/named.ts";
import { startOfDay, writtenDay } from "../forms/written-day.ts";
import { CERTAINTIES, STATES } from "./finding-words.ts";

const WORDS_MAX = 100;
const PAGES_MAX = 1_000_000;
const words = z.string().trim().max(WORDS_MAX).catch("");
const query = z.object({
	rule: words,
	severity: words,
	certainty: words,
	state: words,
	person: words,
	from: words,
	to: words,
	page: z.coerce.number().int().min(1).max(PAGES_MAX).catch(1),
});

export type FormValues = Omit<z.infer<typeof query>, "page">;

export interface FindingsQuery {
	/** As they were sent, for the form; `state` is never empty. */
	readonly values: FormValues;
	readonly page: number;
	readonly filter: FindingFilter;
	readonly errors: readonly { readonly text: string; readonly href: string; readonly field: string }[];
	/** Whether anything was chosen beside the usual: then the filter stands open. */
	readonly narrowed: boolean;
	/** The address of a page of the same list. */
	href(page: number, path?: string): string;
}

export interface QueryNeeds {
	readonly timezone: string;
	/** Addresses of people whom the words mean; with `words`, names in findings are looked through as well. */
	readonly person: (words: string) => FindingFilter["person"];
}

/** Reads the query of /findings. What is no value of a field is left out; a day that can't be read is an error. */
export function readFindingsQuery(sent: unknown, { timezone, person }: QueryNeeds): FindingsQuery {
	const { page, ...given } = query.parse(sent ?? {});
	const values: FormValues = {
		...given,
		rule: RULES.some(({ meta }) => meta.id === given.rule) ? given.rule : "",
		severity: ["breach", "advisory"].includes(given.severity) ? given.severity : "",
		certainty: CERTAINTIES.some(([one]) => one === given.certainty) ? given.certainty : "",
		state: STATES.some(([one]) => one === given.state) ? given.state : "open",
	};
	const from = values.from === "" ? undefined : writtenDay(values.from);
	const to = values.to === "" ? undefined : writtenDay(values.to);
	const errors = [];
	if (values.from !== "" && from === undefined) errors.push(dayError("from", "Sent from"));
	if (values.to !== "" && to === undefined) errors.push(dayError("to", "Sent up to"));
	if (from !== undefined && to !== undefined && from > to) {
		errors.push({ text: "Sent up to must be the same day as Sent from, or later", href: "#to", field: "to" });
	}
	const filter: FindingFilter = {
		...(values.rule && { rule: values.rule }),
		...(values.severity && { severity: values.severity as NonNullable<FindingFilter["severity"]> }),
		...(values.certainty && { certainty: values.certainty as NonNullable<FindingFilter["certainty"]> }),
		...(values.state === "all" ? {} : { state: values.state as ListedState }),
		...asPart(values.person === "" ? undefined : person(values.person)),
		...(from && { from: startOfDay(from, timezone) }),
		...(to && { before: startOfDay(to, timezone, 1) }),
	};
	return {
		values,
		page,
		filter,
		errors,
		narrowed: Object.entries(values).some(([name, value]) => value !== (name === "state" ? "open" : "")),
		href: (number, path = "/findings") => {
			const said = Object.entries(values).filter(([name, value]) => value !== (name === "state" ? "open" : ""));
			const search = new URLSearchParams(said);
			if (number > 1) search.set("page", String(number));
			return search.size === 0 ? path : `${path}?${search}`;
		},
	};
}

/** Whoever of the roster has these words in his name, under all of his addresses; and the words themselves. */
export function personByName(roster: Roster): QueryNeeds["person"] {
	return (said) => {
		const wanted = searchable(said);
		const meant = roster.register.people.filter(({ name }) => searchable(name).includes(wanted));
		return { addresses: meant.flatMap(({ addresses }) => addresses), words: said };
	};
}

function asPart(person: FindingFilter["person"]): Pick<FindingFilter, "person"> {
	return person === undefined ? {} : { person };
}

function dayError(field: string, label: string) {
	return { text: `${label} must be a day, like 2 March 2026 or 2/3/2026`, href: `#${field}`, field };
}
