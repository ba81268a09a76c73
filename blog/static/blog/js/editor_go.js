// Goes from a line beside an article's form to its field or block: opens the tab and the panels around it, brings it
// into view and puts the caret there. A place is the name of a field, then ids of blocks and names of their fields.

const FIELDS = [
  "input:not([type=hidden], [type=file], :disabled)",
  "textarea:not(:disabled, [readonly])",
  "select:not(:disabled)",
  "[contenteditable=true]",
].join(",");
// What moves, copies or deletes a block is never where somebody wants to land.
const BUTTONS = "button:not([data-panel-toggle], [data-panel-controls] *, .Draftail-Toolbar *, :disabled)";
const OPENED_AFTER = 700;

document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-go]")?.dataset.go;
  if (place) go(find(place));
});

/** Returns the element at a place, or the closest one around it that is there. */
function find(place) {
  const form = document.querySelector("[data-edit-form]");
  const [field, ...way] = place.split(".");
  let found = byPath(form, field) ?? withoutPath(form, field);
  for (const step of way.filter(Boolean)) {
    const next = found && byPath(found, step);
    if (!next) break;
    found = next;
  }
  return found;
}

function byPath(within, step) {
  return within.querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
}

/** Returns what holds a field that Wagtail gives no path: a list of forms has none. */
function withoutPath(form, field) {
  const inside = form.querySelector(`[name="${field}"], [id="id_${field}-FORMS"]`);
  return inside?.closest("[data-field], [data-panel]") ?? inside;
}

async function go(target) {
  if (!target) return;
  openAround(target);
  if (isCovered()) document.querySelector("[data-form-side-close-button]")?.click();
  await isShown(target);
  const field = [FIELDS, BUTTONS]
    .flatMap((kind) => [...target.querySelectorAll(kind)])
    .find((one) => one.checkVisibility());
  const seen = target.offsetHeight > window.innerHeight / 2 ? (field ?? target) : target;
  // At once: past sixty blocks a moving page takes long, and what opens on the way would stop it.
  seen.scrollIntoView({ block: "center", behavior: "instant" });
  field?.focus({ preventScroll: true });
  mark(target);
}

/** Tells whether the panels leave nothing to be seen of the form, as on narrow screens beside an open menu. */
function isCovered() {
  const [form, side] = ["[data-edit-form]", "[data-form-side]"].map((one) => document.querySelector(one));
  return side && side.getBoundingClientRect().left <= form.getBoundingClientRect().left;
}

/** Resolves when a target can be seen: tabs and panels take a moment to open. */
async function isShown(target) {
  const end = performance.now() + OPENED_AFTER;
  while (!target.checkVisibility() && performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Opens the tab, every folded panel and the settings of a block a target stands in, from the outside. */
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
  const settings = target.closest("[data-block-settings][hidden]");
  if (settings) document.querySelector(`[aria-controls="${CSS.escape(settings.id)}"]`)?.click();
}

function mark(target) {
  target.classList.add("review-found");
  setTimeout(() => target.classList.remove("review-found"), 2000);
}
