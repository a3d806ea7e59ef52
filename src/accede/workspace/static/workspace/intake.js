// "All" and "none" of a group at once; without this the server answers with the page so ticked.
"use strict";
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=select]");
  if (!button) return;
  event.preventDefault();
  const ticked = button.value.endsWith(":all");
  for (const box of button.closest(".proposals").querySelectorAll("input[name=take]")) box.checked = ticked;
});
