// Marking a passage of the source: with the mouse, or by paragraphs with the keyboard. What it proposes is asked of the server.
"use strict";
(() => {
  const pane = document.getElementById("kept-text");
  const form = document.getElementById("recording");
  if (!form) return;
  document.body.classList.add("scripted");

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.set) {
      const field = form.elements[button.dataset.set];
      field.value = button.dataset.value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.focus();
    } else if ("accept" in button.dataset) {
      for (const box of form.querySelectorAll(".codes .kept input")) box.checked = true;
    }
  });
  for (const event of ["htmx:responseError", "htmx:sendError"]) {
    document.body.addEventListener(event, ({ detail }) => {
      const told = detail.target.id === "fields" ? form.dataset.notTaken : detail.target.id === "draft-state" ? form.dataset.notKept : "";
      if (told) document.getElementById("draft-state").textContent = told;
    });
  }
  if (!pane) return;

  const paragraphs = [...pane.querySelectorAll("[data-anchor]")];
  let from = 0;
  let to = 0;
  const show = () => {
    const [first, last] = from <= to ? [from, to] : [to, from];
    paragraphs.forEach((one, at) => {
      if (at >= first && at <= last) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    });
  };
  const go = (at, extends_) => {
    to = Math.min(Math.max(at, 0), paragraphs.length - 1);
    if (!extends_) from = to;
    paragraphs.forEach((one, here) => one.setAttribute("tabindex", here === to ? "0" : "-1"));
    paragraphs[to].focus();
    show();
  };
  const take = (first, last, exact) => {
    form.elements.first.value = paragraphs[first].dataset.anchor;
    form.elements.last.value = paragraphs[last].dataset.anchor;
    form.elements.exact.value = exact;
    // Not from the form itself: what is not filled in yet would stop it.
    const values = Object.fromEntries(new FormData(form));
    htmx.ajax("POST", form.dataset.proposals, { source: pane, target: "#fields", swap: "innerHTML", values });
  };
  const words = (range) => {
    const parts = [];
    for (const one of pane.querySelectorAll(".words")) {
      if (!range.intersectsNode(one)) continue;
      const part = document.createRange();
      part.selectNodeContents(one);
      if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
      if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
      const text = part.toString().trim();
      if (text) parts.push([paragraphs.indexOf(one.closest("[data-anchor]")), text]);
    }
    return parts;
  };

  pane.addEventListener("keydown", (event) => {
    if (!event.target.matches("[data-anchor]") || event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    if (event.key in steps) go(to + steps[event.key], event.shiftKey);
    else if (event.key === "Home") go(0, event.shiftKey);
    else if (event.key === "End") go(paragraphs.length - 1, event.shiftKey);
    else if (event.key === "Enter") take(Math.min(from, to), Math.max(from, to), "");
    else return;
    event.preventDefault();
  });
  pane.addEventListener("click", (event) => {
    const button = event.target.closest(".take");
    const one = event.target.closest("[data-anchor]");
    if (!one) return;
    const at = paragraphs.indexOf(one);
    if (button) {
      event.preventDefault();
      go(at, false);
      take(at, at, "");
    } else if (window.getSelection().isCollapsed) go(at, event.shiftKey);
  });
  pane.addEventListener("mouseup", () => {
    const selection = window.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const parts = words(selection.getRangeAt(0));
    if (!parts.length) return;
    [from, to] = [parts[0][0], parts[parts.length - 1][0]];
    show();
    take(from, to, parts.map((part) => part[1]).join("\n"));
  });

  const after = Number(pane.closest("[data-after]")?.dataset.after || 0);
  const next = paragraphs.findIndex((one) => Number(one.dataset.anchor) > after);
  if (!form.querySelector(".errorlist")) go(Math.max(next, 0), false);
  else form.querySelector("[aria-invalid='true'], .errorlist a, button")?.focus();
})();
