// Links names of products from the panel beside an article's form. What is linked is the last saved draft, so that what
// was typed since is saved first; nothing is sent where that cannot be done.

const FIELDS = ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at"];
const SAVED_AFTER = 10000;
// Rich text reaches the form a moment after the last key.
const WRITTEN_AFTER = 400;

const form = document.querySelector("[data-edit-form]");
let isSending = false;

function watch() {
  return window.wagtail?.app?.queryController?.("w-unsaved");
}

/** Tells whether the form holds nothing that is not saved. */
function isSaved() {
  const indicator = document.querySelector("#w-autosave-indicator");
  return !watch()?.hasEditsValue && indicator?.dataset.wAutosaveStateValue !== "saving";
}

async function wait(time) {
  await new Promise((resolve) => setTimeout(resolve, time));
}

/** Waits for the automatic save. Returns whether everything is saved. */
async function save() {
  const end = performance.now() + SAVED_AFTER;
  await wait(WRITTEN_AFTER);
  watch()?.check?.();
  await wait(WRITTEN_AFTER);
  while (!isSaved() && performance.now() < end) await wait(100);
  return isSaved();
}

function tell(panel, words) {
  for (const line of panel.querySelectorAll("[data-review-trouble]")) line.textContent = words;
}

/** Sends what was asked for with the version the form shows. */
function send(asked, extent) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = asked.action;
  const values = FIELDS.map((name) => [name, form.querySelector(`[name=${name}]`)?.value ?? ""]);
  values.push(["product", asked.elements.product.value], ["extent", extent]);
  // The version that automatic saves of this form write over.
  values.push(["overwrite_revision_id", form.dataset.wAutosaveRevisionIdValue ?? ""]);
  for (const [name, value] of values) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    sent.append(field);
  }
  document.body.append(sent);
  sent.submit();
}

document.addEventListener("submit", async (event) => {
  const asked = event.target.closest("[data-products-link]");
  if (!asked || !form) return;
  event.preventDefault();
  if (isSending) return;
  isSending = true;
  const panel = asked.closest("[data-review]");
  tell(panel, "");
  if (await save()) return send(asked, event.submitter.value);
  isSending = false;
  tell(panel, panel.dataset.productsUnsaved);
});

// From a finding to the panel that links its name.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-products-open]")) document.querySelector('[data-side-panel-toggle="products"]')?.click();
});
