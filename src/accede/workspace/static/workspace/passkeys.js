/* Passkeys: asks the browser to make or to use one, and sends its answer with the form around the button. */
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const described = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

async function options(form) {
  if (form.dataset.from) {
    const answer = await fetch(form.dataset.from, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    return (await answer.json()).request_options.publicKey;
  }
  const given = JSON.parse(document.getElementById("passkey-options").textContent);
  return (given.creation_options || given.request_options).publicKey;
}

async function made(asked) {
  return navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: described(asked.excludeCredentials),
    },
  });
}

async function used(asked) {
  return navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: described(asked.allowCredentials) },
  });
}

function told(credential) {
  const { response } = credential;
  const parts = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = text(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  });
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  const said = form.querySelector('[role="status"]');
  said.textContent = "";
  try {
    const asked = await options(form);
    const credential = await (form.dataset.passkey === "create" ? made(asked) : used(asked));
    form.elements.credential.value = told(credential);
    form.submit();
  } catch {
    said.textContent = form.dataset.failed;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", send);
  }
  for (const note of document.querySelectorAll(".scriptless")) note.hidden = true;
}
