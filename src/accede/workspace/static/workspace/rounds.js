// Letters are chosen by keys: x the line that has the focus, a all or none, j and k go down and up. Says how many are chosen.
"use strict";
(() => {
  const boxes = () => [...document.querySelectorAll("tbody input[type=checkbox], .letters > li input[type=checkbox], .reading input[type=checkbox]")];
  const all = document.querySelector("input.all");
  const told = document.querySelector("output.chosen");
  const tell = () => {
    const held = boxes();
    const number = held.filter((box) => box.checked).length;
    if (told) told.textContent = number ? `(${number})` : "";
    if (all) {
      all.checked = number > 0 && number === held.length;
      all.indeterminate = number > 0 && number < held.length;
    }
  };
  const choose = (value) => {
    for (const box of boxes()) box.checked = value;
    tell();
  };
  let last = null;
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => choose(all.checked));
  }
  document.addEventListener("click", (event) => {
    const held = boxes();
    const at = held.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last !== null) for (const box of held.slice(Math.min(at, last), Math.max(at, last) + 1)) box.checked = event.target.checked;
    last = at;
    tell();
  });
  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || inField) return;
    const held = boxes();
    const row = document.activeElement.closest("tr, li");
    const at = held.findIndex((box) => row && row.contains(box));
    if (event.key === "a") choose(held.some((box) => !box.checked));
    else if (event.key === "x" && at >= 0) {
      held[at].checked = !held[at].checked;
      last = at;
      tell();
    } else if ((event.key === "j" || event.key === "k") && held.length && document.querySelector("table.letters")) {
      held[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), held.length - 1)].focus();
      event.stopImmediatePropagation();
    }
  });
  tell();
})();
