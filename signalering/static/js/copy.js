/* Puts a reference on the clipboard. Without a clipboard, or a script, there is no button. */

export function copyReferences(root) {
  for (const place of root.querySelectorAll("[data-copy]")) {
    const said = place.querySelector("[role=status]");
    place.hidden = !navigator.clipboard;
    place.querySelector("button").addEventListener("click", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(place.dataset.copy);
        said.textContent = place.dataset.done;
      } catch {
        said.textContent = place.dataset.failed;
      }
    });
  }
}
