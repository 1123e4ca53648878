/* Shows a block of fields only when the answer it belongs to is chosen. A hidden block is also
   disabled, so that what was typed in it and then put away is not sent. */

export function followAnswers(root) {
  for (const block of root.querySelectorAll("fieldset[data-shown-when]")) {
    const { shownWhen: name, shownValue: value } = block.dataset;
    const choices = [...root.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    if (choices.length === 0) continue;

    const update = () => {
      const chosen = choices.some((choice) =>
        choice.value === value && (choice.matches("select") || choice.checked));
      block.hidden = !chosen;
      block.disabled = !chosen;
    };
    for (const choice of choices) choice.addEventListener("change", update);
    // Going back in the browser restores the answers after this ran.
    window.addEventListener("pageshow", update);
    block.querySelector("[data-without-script]")?.remove();
    update();
  }
}
