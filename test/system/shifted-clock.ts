/** Preloaded into Candour's processes: their clock goes CANDOUR_CLOCK_SHIFT_MS before or behind the machine's. */
const shiftMs = Number(process.env.CANDOUR_CLOCK_SHIFT_MS ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + shiftMs;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
	apply: () => new RealDate(now()).toString(),
	get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});
