/* Niceties only: every page works the same without this file. */
import { countNotes } from "./counter.js";
import { followAnswers } from "./conditional.js";
import { sendOnce } from "./send-once.js";

countNotes(document);
followAnswers(document);
sendOnce(document);
