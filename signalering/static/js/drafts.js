/* Keeps what is being typed, sealed for who types it, so that nothing is lost. */
import { used } from "./session.js";

const AT_MOST_EVERY_MS = 10_000;

export function keepDrafts(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) keep(root, form);
}

function keep(root, form) {
  let timer;
  let sending = false;
  let sent = false;

  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (sent || sending || !form.hasAttribute("data-typed")) return;
    const body = new FormData(form);
    body.set("autosave", "yes");
    body.set("draft_place", form.dataset.draft);
    form.removeAttribute("data-typed");
    sending = true;
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST", body, redirect: "manual", keepalive: true,
      });
      if (answer.status === 204) used(answer.headers.get("Locks-In"));
      else form.setAttribute("data-typed", "");
    } catch {
      form.setAttribute("data-typed", "");
    } finally {
      sending = false;
    }
  };

  form.addEventListener("input", () => { timer ??= setTimeout(save, AT_MOST_EVERY_MS); });
  root.addEventListener("visibilitychange", () => { if (root.hidden) save(); });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => { sent = false; });
}
