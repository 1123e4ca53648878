/* Warns before the session locks, and covers the page when it has. The server locks by itself:
   this keeps people from being surprised, and others from reading over their shoulder. */

const WARN_BEFORE_MS = 120_000;
const LOOK_EVERY_MS = 1000;

/** Something was sent, so the session lives `seconds` longer. */
export function used(seconds) {
  document.dispatchEvent(new CustomEvent("session-used", { detail: Number(seconds) }));
}

export function watchSession(root) {
  const box = root.querySelector("[data-session]");
  if (!box) return;
  const dialog = box.querySelector("dialog");
  const notice = box.querySelector("[data-locked]");
  const account = box.dataset.session;
  // Pages in other tabs belong to the same session.
  const tabs = new BroadcastChannel("session");
  const title = root.title;
  let deadline = 0;
  let covered = false;

  const until = (moment) => {
    deadline = Math.max(deadline, moment);
    const at = new Date(deadline);
    const time = at.toLocaleTimeString("nl-NL", {
      hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam",
    });
    for (const place of root.querySelectorAll("[data-locks-at]")) place.textContent = time;
    if (dialog.open) dialog.close();
    if (covered && root.body.contains(box)) cover(false);
  };
  const lives = (seconds) => {
    until(Date.now() + seconds * 1000);
    tabs.postMessage({ account, deadline });
  };

  const cover = (hide) => {
    covered = hide;
    for (const part of root.body.children) {
      if (part !== box) part.hidden = hide;
    }
    notice.hidden = !hide;
    root.title = hide ? notice.querySelector("h1").textContent : title;
  };
  const lock = () => {
    if (covered) return;
    if (dialog.open) dialog.close();
    const link = notice.querySelector("a");
    if (root.querySelector("form[data-typed]")) {
      // What is typed and kept nowhere else stays under the cover until another tab unlocks.
      link.target = "_blank";
    } else {
      for (const part of [...root.body.children]) if (part !== box) part.remove();
    }
    cover(true);
    notice.focus();
  };

  const extend = async (form) => {
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new FormData(form), redirect: "manual",
      });
      if (answer.status === 204) lives(Number(answer.headers.get("Locks-In")));
      else lock();
    } catch {
      // No connection: the warning stays, and so does the moment of locking.
    }
  };

  root.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-extend]")) return;
    event.preventDefault();
    extend(event.target);
  });
  root.addEventListener("input", (event) => event.target.form?.setAttribute("data-typed", ""));
  root.addEventListener("session-used", (event) => lives(event.detail));
  tabs.addEventListener("message", (event) => {
    if (event.data.account === account) until(event.data.deadline);
  });
  lives(Number(box.dataset.seconds));

  // By the clock on the wall: a laptop that slept has to notice at once.
  setInterval(() => {
    const left = deadline - Date.now();
    if (left <= 0) lock();
    else if (left <= WARN_BEFORE_MS && !dialog.open) dialog.showModal();
  }, LOOK_EVERY_MS);
}
