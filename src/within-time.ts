/** Waits for something to end, in whichever way, but no longer than so many milliseconds. True where it ended. */
export async function endsWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<boolean>((resolve) => {
		timer = setTimeout(resolve, milliseconds, false);
	});
	const ended = promise.then(
		() => true,
		() => true,
	);
	return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
