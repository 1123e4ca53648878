/* Presses "go on" by itself while keys are being changed; the button works the same by hand. */
export function goOn(root) {
  const form = root.querySelector("[data-goes-on] form");
  if (form) {
    window.setTimeout(() => form.requestSubmit(), 200);
  }
}
