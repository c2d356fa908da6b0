import { embeddedPlace } from "../store/stores.ts";
import { conformance } from "./conformance.ts";

conformance("the embedded database", embeddedPlace, { inProcess: true });
