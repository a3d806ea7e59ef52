// The file comes first; one that is too large is told before it is sent; one that is chosen brings the button into reach.
"use strict";
(() => {
  const form = document.getElementById("upload");
  const file = form && form.querySelector("input[type=file]");
  if (!file) return;
  file.focus();
  file.addEventListener("change", () => {
    const isLarge = [...file.files].some((one) => one.size > Number(file.dataset.largest));
    file.setCustomValidity(isLarge ? file.dataset.tooLarge : "");
    if (isLarge) file.reportValidity();
    else form.querySelector("button.first").focus();
  });
})();
