// Passkeys: asks the device to make one or to confirm with one, puts its answer into the form and sends it.
const TO_DECODE = ["challenge", "id"]; // what the server writes as base64url and the browser takes as bytes

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

function text(buffer) {
  const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function decoded(part, names = TO_DECODE) {
  const made = { ...part };
  for (const name of names) if (typeof made[name] === "string") made[name] = bytes(made[name]);
  return made;
}

function forBrowser({ publicKey }) {
  const wanted = decoded(publicKey, ["challenge"]);
  if (wanted.user) wanted.user = decoded(wanted.user);
  for (const list of ["excludeCredentials", "allowCredentials"]) if (wanted[list]) wanted[list] = wanted[list].map((one) => decoded(one));
  return { publicKey: wanted };
}

function forServer(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[name]) response[name] = text(credential.response[name]);
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: text(credential.rawId), type, response, clientExtensionResults: credential.getClientExtensionResults() });
}

async function asked(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`asked for a passkey: ${answer.status}`);
  return (await answer.json()).request_options;
}

async function made(form) {
  const options = forBrowser(JSON.parse(form.dataset.options));
  const alone = form.elements.passwordless.checked;
  const choice = { residentKey: alone ? "required" : "discouraged", requireResidentKey: alone };
  if (alone) choice.userVerification = "required";
  options.publicKey.authenticatorSelection = { ...options.publicKey.authenticatorSelection, ...choice };
  return navigator.credentials.create(options);
}

async function confirmed(form) {
  const options = form.dataset.passkey === "ask" ? await asked(form) : JSON.parse(form.dataset.options);
  return navigator.credentials.get(forBrowser(options));
}

function attach(form) {
  const button = form.querySelector("button");
  const failed = form.querySelector("[data-passkey-failed]");
  if (!window.isSecureContext || !navigator.credentials) {
    form.querySelector("[data-passkey-insecure]").hidden = false;
    button.disabled = true;
    return;
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = forServer(await (form.dataset.passkey === "create" ? made(form) : confirmed(form)));
      form.submit(); // does not fire this listener again
    } catch (error) {
      console.info(error.name); // the person closed the device's question, or the device has no such key
      failed.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}

document.querySelectorAll("form[data-passkey]").forEach(attach);
