/* Says how many characters are left in a text field with a limit.
   The server counts code points after normalisation, with one sign per line end: so does this. */

const PAUSE_BEFORE_SPEAKING_MS = 900;

export function lengthOf(text) {
  return [...text.normalize("NFC").replace(/\r\n?/g, "\n").trim()].length;
}

/** The sentence for what is left; its texts come translated from the page. */
export function sentence(left, texts) {
  const pattern = left < 0 ? texts.over : texts.left;
  return pattern.replace("{n}", String(Math.abs(left)));
}

export function countNotes(root) {
  for (const field of root.querySelectorAll("textarea[data-limit]")) {
    const shown = root.getElementById(`${field.id}-counter`);
    if (!shown) continue;
    // Sighted people follow each key; a screen reader hears it after a pause.
    const spoken = root.createElement("span");
    spoken.className = "visually-hidden";
    spoken.setAttribute("role", "status");
    shown.after(spoken);
    let timer;

    const update = () => {
      const left = Number(field.dataset.limit) - lengthOf(field.value);
      shown.textContent = sentence(left, shown.dataset);
      shown.classList.toggle("field__counter--over", left < 0);
      return shown.textContent;
    };
    field.addEventListener("input", () => {
      const text = update();
      clearTimeout(timer);
      timer = setTimeout(() => { spoken.textContent = text; }, PAUSE_BEFORE_SPEAKING_MS);
    });
    update();
  }
}
