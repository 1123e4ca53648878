/* Single keys for who works through lists all day. The focus itself is the marker. Which keys there
   are, and whether there are any, stands on the sheet in the page: switched off, it isn't there. */

const TYPED_IN = "textarea, select, [contenteditable], "
  + "input:not([type=checkbox], [type=radio], [type=submit], [type=button])";
const COVERED = "dialog[open], [data-locked]:not([hidden])";
const ROW = "[data-row]";
const BOX = "input[type=checkbox]";

const linkOf = (row) => row?.querySelector("th a");
const boxOf = (row) => row?.querySelector(BOX);

export function useShortcuts(root) {
  const sheet = root.querySelector("dialog[data-shortcuts]");
  if (!sheet) return;
  const opener = root.querySelector("[data-shortcuts-open]");
  let here = null; // the row that had the focus last
  let goes = false; // after g

  const step = (by) => {
    const rows = [...root.querySelectorAll(ROW)];
    if (rows.length === 0) return false;
    const next = Math.min(Math.max(rows.indexOf(here) + by, 0), rows.length - 1);
    linkOf(rows[next])?.focus();
    return true;
  };
  const tick = () => {
    const box = boxOf(here);
    box?.click();
    box?.focus();
    return Boolean(box);
  };
  const assign = () => {
    const ticked = root.querySelector(`${ROW} ${BOX}:checked`);
    const take = here?.querySelector("button[form=take], [data-take] button");
    const colleagues = root.querySelector("form#assign select");
    if (take && !ticked) take.click();
    else if (colleagues && (ticked || tick())) colleagues.focus();
    else return false;
    return true;
  };
  const search = () => {
    const field = root.querySelector("input[data-search]");
    if (!field) return go("/");
    field.focus();
    return true;
  };
  const go = (key) => {
    const link = sheet.querySelector(`a[data-go="${CSS.escape(key)}"]`);
    if (link) location.assign(link.href);
    return Boolean(link);
  };
  const open = (event) => {
    // On a box it would send the form that the box belongs to.
    if (!event.target.matches(`${ROW} ${BOX}`)) return false;
    linkOf(here)?.click();
    return true;
  };
  const show = () => {
    sheet.showModal();
    return true;
  };
  const ONCE = { a: assign, x: tick, "/": search, "?": show, Enter: open,
    g: () => { goes = true; return true; } };
  const HELD = { j: () => step(1), k: () => step(-1) };

  root.addEventListener("focusin", (event) => { here = event.target.closest(ROW) ?? here; });
  root.addEventListener("pointerdown", () => { goes = false; });
  root.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (key === "Shift" || event.defaultPrevented) return;
    if (event.target.closest(TYPED_IN) || root.querySelector(COVERED)) return;
    const going = goes;
    goes = false;
    const act = going ? () => go(key) : HELD[key] ?? (event.repeat ? undefined : ONCE[key]);
    if (act?.(event)) event.preventDefault();
  });
  opener.hidden = false;
  opener.querySelector("button").addEventListener("click", show);
  sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());
}
