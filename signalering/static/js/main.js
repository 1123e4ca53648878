/* Niceties only: every page works the same without this file. */
import { countNotes } from "./counter.js";
import { takeCode } from "./card.js";
import { copyReferences } from "./copy.js";
import { followAnswers } from "./conditional.js";
import { keepDrafts } from "./drafts.js";
import { usePasskeys } from "./passkeys.js";
import { goOn } from "./rotate.js";
import { sendOnce } from "./send-once.js";
import { useShortcuts } from "./shortcuts.js";
import { watchSession } from "./session.js";

countNotes(document);
followAnswers(document);
takeCode(document);
copyReferences(document);
sendOnce(document);
goOn(document);
usePasskeys(document);
watchSession(document);
keepDrafts(document);
useShortcuts(document);
