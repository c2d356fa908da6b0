/** All pages of the site. */
import type { Pages } from "../deps.ts";
import { overviewPages } from "./overview.ts";

export const PAGES: readonly Pages[] = [overviewPages];
