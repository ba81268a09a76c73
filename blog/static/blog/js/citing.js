/**
 * Fetches the script that opens cited sources in place: at once where there is a margin to put them into,
 * otherwise when a reader comes to a citation. Until it is there a citation leads to the list of sources.
 */
const { script } = document.querySelector("[data-sources]").dataset;
const wide = matchMedia("(width >= 80rem)");
let fetching = null;
let isThere = false;

async function fetchIt() {
  try {
    await (fetching ??= import(script));
    isThere = true;
  } catch {
    fetching = null;
  }
}

function comeNear({ target }) {
  if (target.closest?.(".citation a")) fetchIt();
}

async function open(event) {
  const link = event.target.closest(".citation a");
  if (!link || isThere || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await fetchIt();
  if (isThere) link.click();
  else location.hash = link.hash;
}

function widen() {
  if (wide.matches) fetchIt();
}

document.addEventListener("click", open);
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, comeNear);
wide.addEventListener("change", widen);
widen();
