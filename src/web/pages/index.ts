/** All pages of the site. */
import type { Pages } from "../frame/deps.ts";
import { auditPages } from "./audit.ts";
import { auditsPages } from "./audits.ts";
import { configurationPages } from "./configuration.ts";
import { coveragePages } from "./coverage.ts";
import { decidePages } from "./decide.ts";
import { exemptionPages } from "./exemptions.ts";
import { findingPages } from "./finding.ts";
import { findingsPages } from "./findings.ts";
import { ledgerPages } from "./ledger.ts";
import { overviewPages } from "./overview.ts";
import { reportsPages } from "./reports.ts";
import { signInPages } from "./sign-in.ts";

export const PAGES: readonly Pages[] = [
	signInPages,
	overviewPages,
	findingsPages,
	findingPages,
	decidePages,
	exemptionPages,
	auditsPages,
	auditPages,
	reportsPages,
	coveragePages,
	configurationPages,
	ledgerPages,
];
