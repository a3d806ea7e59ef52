// Keys: "g" and a letter goes to an entry of the menu, "/" to the first field of search, "?" tells them, j and k walk a list of work.
"use strict";
(() => {
  let waits = false;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const walk = (step) => {
    const items = [...document.querySelectorAll(".work > li")];
    if (!items.length) return;
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    const place = next.querySelector("a, button, input, summary");
    if (place) place.focus();
  };
  const tell = () => {
    let dialog = document.getElementById("keys");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.id = "keys";
      const list = document.createElement("ul");
      for (const link of document.querySelectorAll(".menu a[data-key]")) {
        const item = document.createElement("li");
        const key = document.createElement("kbd");
        key.textContent = `g ${link.dataset.key}`;
        item.append(key, ` ${link.textContent}`);
        list.append(item);
      }
      for (const button of document.querySelectorAll("[data-shortcut]")) {
        const item = document.createElement("li");
        const key = document.createElement("kbd");
        key.textContent = button.dataset.shortcut;
        item.append(key, ` ${button.textContent}`);
        list.append(item);
      }
      dialog.append(list);
      document.body.append(dialog);
    }
    dialog.showModal();
  };
  document.addEventListener("keydown", (event) => {
    const shortcut = (event.ctrlKey || event.metaKey) && event.key === "Enter" ? "Ctrl+Enter" : event.altKey ? `Alt+${event.key}` : "";
    const near = event.target.closest("form") || document; // of several forms, the one that is typed in
    const found = (within) => [...within.querySelectorAll("[data-shortcut]")].find((each) => each.dataset.shortcut === shortcut);
    const button = shortcut && (found(near) || found(document));
    if (button) {
      event.preventDefault();
      button.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (waits) {
      waits = false;
      const link = document.querySelector(`.menu a[data-key="${CSS.escape(event.key)}"]`);
      if (link) link.click();
    } else if (event.key === "g") waits = true;
    else if (event.key === "?") tell();
    else if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "/") {
      const field = document.querySelector("input[type=search]");
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });
})();
