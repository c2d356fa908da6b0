/** Exit statuses: what scripts that call Candour rely on. */
export const EXIT = {
	/** Done, and no breach. */
	clean: 0,
	/** Done, and at least one breach. */
	breach: 1,
	/** Not done: bad configuration, unreadable source, server not reached. */
	notDone: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
