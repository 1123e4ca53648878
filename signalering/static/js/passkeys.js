/* Passkeys: asks the server for a challenge, the browser for an answer, and sends it as a form.
   A form is hidden until it is known that this browser has passkeys at all. */

const ALSO = { InvalidStateError: "known", SecurityError: "elsewhere",
  NotAllowedError: "cancelled", AbortError: "cancelled" };

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** What the server asks, as the browser takes it. */
function readable(options) {
  const named = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));
  const first = bytes(options.extensions.prf.eval.first);
  const read = { ...options, challenge: bytes(options.challenge),
    extensions: { prf: { eval: { first } } } };
  if (options.user) read.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) read.excludeCredentials = named(options.excludeCredentials);
  if (options.allowCredentials) read.allowCredentials = named(options.allowCredentials);
  return read;
}

async function ask(form) {
  const fields = new URLSearchParams({ purpose: form.dataset.purpose,
    csrf_token: form.elements.csrf_token.value, own: form.elements.own?.value ?? "" });
  const answer = await fetch(form.dataset.challenge, { method: "POST", body: fields });
  if (!answer.ok) throw new Error("no challenge");
  return readable(await answer.json());
}

/** Many authenticators give the key only when a passkey is shown: show the fresh one at once. */
async function outputOf(made, options) {
  const { prf } = made.getClientExtensionResults();
  if (prf?.results?.first || !prf?.enabled) return prf?.results?.first;
  const publicKey = { challenge: crypto.getRandomValues(new Uint8Array(32)),
    rpId: options.rp.id, userVerification: "required", extensions: options.extensions,
    allowCredentials: [{ type: "public-key", id: made.rawId }] };
  try {
    const shown = await navigator.credentials.get({ publicKey });
    return shown.getClientExtensionResults().prf?.results?.first;
  } catch {
    return undefined; // it logs in all the same, and can be made to unlock later
  }
}

async function fill(form) {
  const publicKey = await ask(form);
  const making = form.dataset.passkey === "make";
  const found = making ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature",
    "userHandle"]) {
    if (found.response[name]) response[name] = text(found.response[name]);
  }
  const output = making ? await outputOf(found, publicKey)
    : found.getClientExtensionResults().prf?.results?.first;
  const id = text(found.rawId);
  form.elements.answer.value = JSON.stringify({ id, rawId: id, type: found.type, response });
  form.elements.prf.value = output ? text(output) : "";
}

function prepare(form) {
  const fault = form.querySelector("[data-passkey-fault]");
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation(); // it is sent below, once
    if (busy || !form.reportValidity()) return;
    busy = true;
    fault.textContent = "";
    try {
      await fill(form);
      form.submit();
    } catch (error) {
      fault.textContent = form.dataset[ALSO[error.name] ?? "failed"];
      busy = false;
    }
  });
  // Coming back in the browser finds the page as it was left: what was sent is not sent again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) busy = false;
    form.elements.answer.value = form.elements.prf.value = "";
  });
}

export function usePasskeys(root) {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const place of root.querySelectorAll("[data-passkeys]")) {
    const form = place.querySelector("form[data-passkey]");
    place.querySelector("[data-passkeys-without]").remove();
    prepare(form);
    form.hidden = false;
  }
}
