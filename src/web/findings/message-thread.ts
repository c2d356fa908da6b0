/** A thread that reads one message for a page: parsing hostile mail must not hold up the other pages. */
import { shownMessage } from "./finding-message.ts";

export default shownMessage;
