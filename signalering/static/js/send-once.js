/* A second press on a button while the first is under way is let go. The button itself stays
   enabled: a disabled one would not send its own name and value. */

const FORGET_AFTER_MS = 8000;

function mark(form, busy) {
  form.toggleAttribute("data-sent", busy);
  // Those that stand elsewhere in the page belong to it too.
  for (const button of form.elements) {
    if (button.localName !== "button") continue;
    if (busy) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

export function sendOnce(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    mark(form, true);
    setTimeout(() => mark(form, false), FORGET_AFTER_MS);
  });
  window.addEventListener("pageshow", () => {
    for (const form of root.querySelectorAll("form[data-sent]")) mark(form, false);
  });
}
