/** A progress bar on standard error, on a terminal only. */
import type { Progress } from "../audit/audit-range.ts";

export interface ProgressShown {
	update(progress: Progress): void;
	stop(): void;
}

const STEPS: Readonly<Record<Progress["step"], string>> = { reading: "Reading", judging: "Judging" };
const REDRAWS_PER_SECOND = 8;

export async function showProgress(): Promise<ProgressShown> {
	if (process.stderr.isTTY !== true) return { update: () => undefined, stop: () => undefined };
	const { SingleBar } = (await import("cli-progress")).default;
	const bar = new SingleBar({
		stream: process.stderr,
		format: "{step} [{bar}] {value} of {count}",
		fps: REDRAWS_PER_SECOND,
		hideCursor: true,
		clearOnComplete: true,
		barCompleteChar: "#",
		barIncompleteChar: ".",
	});
	let step: Progress["step"] | undefined;
	return {
		update({ step: now, done, total }) {
			const payload = { step: STEPS[now], count: total ?? "?" };
			if (now !== step) bar.start(total ?? done, done, payload);
			step = now;
			bar.setTotal(Math.max(total ?? done, done));
			bar.update(done, payload);
		},
		stop: () => bar.stop(),
	};
}
