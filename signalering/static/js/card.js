/* A scanned card brings its code behind the '#', which browsers send to nobody: into the field. */

const CODE = /^#([0-9A-Za-z-]{12,14})$/;

export function takeCode(root) {
  const [, code] = CODE.exec(location.hash) ?? [];
  if (!code) return;
  for (const field of root.querySelectorAll("input[data-code]")) {
    if (field.value === "") field.value = code;
    const block = field.closest("[data-shown-when]");
    if (!block) continue;
    const { shownWhen: name, shownValue: value } = block.dataset;
    root.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.click();
  }
  for (const link of root.querySelectorAll("[data-take-code] a")) link.hash = code;
}
