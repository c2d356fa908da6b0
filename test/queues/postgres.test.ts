import { serverPlace } from "../store/stores.ts";
import { conformance } from "./conformance.ts";

conformance("PostgreSQL", serverPlace);
