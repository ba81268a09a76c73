// Says on the button of "Facts of this article" what it will do, and folds the fields of figures that stay as they are.

const form = document.querySelector("[data-facts]");
const button = form?.querySelector("[data-facts-button]");
const status = form?.querySelector("[data-facts-status]");

function count(within) {
  return within.querySelectorAll("[data-facts-place]:checked").length;
}

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}

function show() {
  let facts = 0;
  let places = count(form);
  for (const proposal of form.querySelectorAll("[data-facts-proposal]")) {
    const make = proposal.querySelector("[data-facts-make]");
    if (!make) continue;
    proposal.classList.toggle("facts-figure--left", !make.checked);
    const isNew = proposal.querySelector("[data-facts-new]")?.checked ?? true;
    proposal.classList.toggle("facts-figure--taken", !isNew);
    if (make.checked && isNew) facts += 1;
    else if (make.checked) continue;
    else places -= count(proposal);
  }
  if (button) {
    const kind = facts ? "create" : places ? "link" : "nothing";
    const one = (facts || places) === 1 ? "One" : "";
    button.textContent = filled(button.dataset[kind === "nothing" ? kind : kind + one], { facts, places });
    const words = places ? filled(status.dataset[places === 1 ? "placesOne" : "places"], { places }) : "";
    if (status.textContent !== words) status.textContent = words;
  }
}

if (form) {
  form.addEventListener("change", show);
  show();
  form.querySelector(".w-field--error, .error-message")?.closest("fieldset")?.scrollIntoView({ block: "center" });
}
