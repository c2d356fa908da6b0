/** The trained weights: a linear model, so that every verdict can be traced to the words that moved it. */

/** What a sentence can be. `commits` and `instructs` bind; the others don't. */
export const LABELS = [
	"commits",
	"instructs",
	"personal",
	"reported",
	"negated",
	"conditional",
	"request",
	"opinion",
	"official",
	"other",
] as const;
export type Label = (typeof LABELS)[number];

/** As stored in model.json: hundredths, one column a label. */
export interface ModelData {
	readonly labels: readonly string[];
	readonly weights: Readonly<Record<string, readonly number[]>>;
}

export interface Verdict {
	readonly label: Label;
	/** Between 0 and 1; all labels together make 1. */
	readonly likely: (label: Label) => number;
}

export interface Model {
	judge(features: readonly string[]): Verdict;
	/** How far a feature speaks for binding rather than not; used to order the reasons. */
	pull(feature: string): number;
}

/** Cues and moods were thought out; single words only happened to stand in the sentences. */
export function loudness(feature: string): number {
	return feature.startsWith("c:") || feature.startsWith("m:") ? 3 : 1;
}

/** Throws where the stored labels are not those of this program. */
export function modelOf(data: ModelData): Model {
	if (data.labels.join() !== LABELS.join()) throw new Error("model.json was trained for other labels");
	const width = LABELS.length;
	const places = new Map<string, number>();
	// One flat row of small numbers: an array for each of many thousand features takes 25 MB in every thread.
	const weights = new Int16Array(Object.keys(data.weights).length * width);
	for (const name in data.weights) {
		const place = places.size * width;
		places.set(name, place);
		weights.set(data.weights[name] ?? [], place);
	}
	const weightOf = (place: number, k: number, loud: number): number => ((weights[place + k] as number) * loud) / 100;
	return {
		judge(features) {
			const scores = new Float64Array(LABELS.length);
			for (const name of features) {
				const place = places.get(name);
				if (place === undefined) continue;
				const loud = loudness(name);
				for (let k = 0; k < width; k += 1) scores[k] = (scores[k] as number) + weightOf(place, k, loud);
			}
			// A long sentence has more words, not more certainty.
			const norm = 1 / Math.sqrt(Math.max(features.length, 1));
			let best = 0;
			let total = 0;
			for (let k = 0; k < scores.length; k += 1) {
				scores[k] = (scores[k] as number) * norm;
				if ((scores[k] as number) > (scores[best] as number)) best = k;
			}
			const top = scores[best] as number;
			for (let k = 0; k < scores.length; k += 1) {
				scores[k] = Math.exp((scores[k] as number) - top);
				total += scores[k] as number;
			}
			return {
				label: LABELS[best] as Label,
				likely: (label) => (scores[LABELS.indexOf(label)] as number) / total,
			};
		},
		pull(feature) {
			const place = places.get(feature);
			if (place === undefined) return 0;
			const row = LABELS.map((_, k) => weightOf(place, k, loudness(feature)));
			return Math.max(row[0] as number, row[1] as number) - Math.max(...row.slice(2));
		},
	};
}
