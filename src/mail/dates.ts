/** Dates of mail headers (RFC 5322 3.3 and what is met instead of it) → ISO 8601, UTC. */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Minutes east of UTC. BST is British Summer Time here, whatever it is elsewhere. */
const ZONES: Readonly<Record<string, number>> = {
	ut: 0,
	utc: 0,
	gmt: 0,
	z: 0,
	wet: 0,
	bst: 60,
	ist: 60,
	west: 60,
	cet: 60,
	met: 60,
	cest: 120,
	eet: 120,
	est: -300,
	edt: -240,
	cst: -360,
	cdt: -300,
	mst: -420,
	mdt: -360,
	pst: -480,
	pdt: -420,
};

const RFC_DATE =
	/(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4}|\d{2})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]m)?\s*([+-]\d{1,2}:?\d{2}|[a-z]+)?/iu;
const C_DATE =
	/(?:^|\s)([a-z]{3})[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]+)?\s+(\d{4})/iu;
const ISO_DATE =
	/^\s*(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[a-z]+)?/iu;

/** No mail is older; a smaller year is a broken clock or a broken field. */
const FIRST_YEAR = 1971;
const LAST_YEAR = 2199;

/** ISO 8601 in UTC; undefined for what is no date. Never falls back to the present. */
export function parseMailDate(value: string): string | undefined {
	const text = withoutComments(value.slice(0, 200));
	const rfc = RFC_DATE.exec(text);
	if (rfc !== null) {
		const [, day, month, year, hour, minute, second, half, zone] = rfc;
		return toIso(fullYear(year), monthNumber(month), day, hourOf(hour, half), minute, second, zone);
	}
	const c = C_DATE.exec(text);
	if (c !== null) {
		const [, month, day, hour, minute, second, zone, year] = c;
		return toIso(Number(year), monthNumber(month), day, Number(hour), minute, second, zone);
	}
	const iso = ISO_DATE.exec(text);
	if (iso !== null) {
		const [, year, month, day, hour, minute, second, zone] = iso;
		return toIso(Number(year), Number(month), day, Number(hour), minute, second, zone);
	}
	return undefined;
}

/** The date of a Received line: what stands behind its last semicolon. */
export function parseReceivedDate(value: string): string | undefined {
	const semicolon = value.lastIndexOf(";");
	return semicolon < 0 ? undefined : parseMailDate(value.slice(semicolon + 1));
}

function toIso(
	year: number,
	month: number,
	dayText: string | undefined,
	hour: number,
	minuteText: string | undefined,
	secondText: string | undefined,
	zone: string | undefined,
): string | undefined {
	const day = Number(dayText);
	const minute = Number(minuteText);
	// 60 is a leap second.
	const second = Math.min(Number(secondText ?? 0), 59);
	if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || !(month >= 1 && month <= 12)) return undefined;
	if (day < 1 || day > 31 || hour > 23 || minute > 59 || Number(secondText ?? 0) > 60) return undefined;
	const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
	if (instant.getUTCDate() !== day) return undefined;
	return new Date(instant.getTime() - zoneMinutes(zone) * 60_000).toISOString();
}

/** Zones that nobody knows count as UTC (RFC 5322 4.3). */
function zoneMinutes(zone: string | undefined): number {
	if (zone === undefined) return 0;
	const offset = /^([+-])(\d{1,2}):?(\d{2})$/u.exec(zone);
	if (offset === null) return ZONES[zone.toLowerCase()] ?? 0;
	const minutes = Number(offset[2]) * 60 + Number(offset[3]);
	if (minutes > 24 * 60) return 0;
	return offset[1] === "-" ? -minutes : minutes;
}

function monthNumber(name: string | undefined): number {
	return MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
}

/** Two digits: 50 and above are of the last century (RFC 5322 4.3). */
function fullYear(text: string | undefined): number {
	const year = Number(text);
	if (text !== undefined && text.length > 2) return year;
	return year < 50 ? 2000 + year : 1900 + year;
}

function hourOf(text: string | undefined, half: string | undefined): number {
	const hour = Number(text);
	if (half === undefined || hour > 12) return hour;
	return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function withoutComments(text: string): string {
	return text.replace(/\([^()]*\)/gu, " ");
}
