// Goes from a line beside an article's form to its field or block: opens the tab and the panels around it, brings it
// into view and puts the caret there. A place is the name of a field, then ids of blocks and names of their fields.

const NARROW = "(max-width: 799px)";
const FIELDS = [
  "input:not([type=hidden], [type=file], :disabled)",
  "textarea:not(:disabled, [readonly])",
  "select:not(:disabled)",
  "[contenteditable=true]",
  "button:not([data-panel-toggle], :disabled)",
].join(",");

document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-go]")?.dataset.go;
  if (place) go(find(place));
});

/** Returns the element at a place, or the closest one around it that is there. */
function find(place) {
  const form = document.querySelector("[data-edit-form]");
  const [field, ...way] = place.split(".");
  let found = byPath(form, field) ?? form.querySelector(`[name="${field}"], [id="id_${field}-FORMS"]`);
  for (const step of way.filter(Boolean)) {
    const next = found && byPath(found, step);
    if (!next) break;
    found = next;
  }
  return found?.matches("input, textarea, select") ? (found.closest("[data-field]") ?? found.parentElement) : found;
}

function byPath(within, step) {
  return within.querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
}

function go(target) {
  if (!target) return;
  openAround(target);
  if (window.matchMedia(NARROW).matches) document.querySelector("[data-form-side-close-button]")?.click();
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const field = [...target.querySelectorAll(FIELDS)].find((one) => one.checkVisibility());
  const seen = target.offsetHeight > window.innerHeight / 2 ? (field ?? target) : target;
  seen.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  field?.focus({ preventScroll: true });
  mark(target);
}

/** Opens the tab and every folded panel a target stands in, from the outside. */
function openAround(target) {
  const tab = target.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][aria-controls="${tab.id}"], a[href="#${tab.id}"]`)?.click();
  const panels = [];
  for (let panel = target.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
    panels.unshift(panel);
  }
  const own = target.querySelector(":scope > [data-panel]");
  for (const panel of own ? [...panels, own] : panels) {
    const toggle = panel.querySelector("[data-panel-toggle]");
    if (toggle?.closest("[data-panel]") === panel && toggle.getAttribute("aria-expanded") === "false") toggle.click();
  }
}

function mark(target) {
  target.classList.add("review-found");
  setTimeout(() => target.classList.remove("review-found"), 2000);
}
