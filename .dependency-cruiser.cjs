// Imports run one way (docs/architecture.md): people, text → facts → rules → audit → alerts, reports → workers, web, cli.
const CORE = "^src/(people|text|facts|rules)/";
module.exports = {
	forbidden: [
		{
			name: "no-circles",
			severity: "error",
			comment: "Files that import each other can't be read alone.",
			from: {},
			to: { circular: true },
		},
		{
			name: "core-is-pure",
			severity: "error",
			comment:
				"text, people, facts and rules take values and return values: no source, no store, no queue, no Node I/O.",
			from: { path: CORE },
			to: {
				path: "^(src/(mail|store|queues|config|audit|alerts|reports|web|cli)/|workers/|fs$|net$|http$|https$|child_process$|worker_threads$)",
			},
		},
		{
			name: "people-and-text-at-the-bottom",
			severity: "error",
			from: { path: "^src/people/" },
			to: { path: "^src/(text|facts|rules)/", pathNot: "^src/facts/(facts|message)\\.ts$" },
		},
		{
			name: "text-below-facts",
			severity: "error",
			comment: "Types of messages and facts apart, text knows nothing of facts.",
			from: { path: "^src/text/" },
			to: { path: "^src/(facts|rules)/", pathNot: "^src/facts/(facts|message|quote)\\.ts$" },
		},
		{
			name: "facts-below-rules",
			severity: "error",
			from: { path: "^src/facts/" },
			to: { path: "^src/rules/", pathNot: "^src/rules/rule\\.ts$" },
		},
		{
			name: "audit-below-what-leaves",
			severity: "error",
			from: { path: "^src/audit/" },
			to: { path: "^(src/(alerts|reports|web|cli)/|workers/)" },
		},
		{
			name: "alerts-and-reports-below-the-shell",
			severity: "error",
			from: { path: "^src/(alerts|reports)/" },
			to: { path: "^(src/(web|cli)/|workers/|src/service)" },
		},
		{
			name: "sources-know-nobody-above",
			severity: "error",
			from: { path: "^src/(mail|store|queues|config)/" },
			to: { path: "^(src/(alerts|reports|web|cli)/|workers/|src/service)" },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		parser: "swc",
		// Types alone are no coupling at run time, but the layers hold for them too.
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: [".ts", ".js", ".cjs"] },
	},
};
