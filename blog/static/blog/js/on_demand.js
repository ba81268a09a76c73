/**
 * Fetches a script when a reader first comes near what it is about. An element says so: its `data-script` is the
 * address, its `data-for` selects the links and buttons, and with `data-wide` wide screens fetch it at once.
 * A click that comes before the script waits for it. Where it cannot be had, a link leads where it says.
 */
const parts = [...document.querySelectorAll("[data-script]")];
const wide = matchMedia("(width >= 80rem)");
const here = new Set();

function find({ target }) {
  for (const { dataset } of parts) {
    const near = target.closest?.(dataset.for);
    if (near) return { near, script: dataset.script };
  }
  return {};
}

async function fetchIt(script) {
  try {
    await import(script);
    here.add(script);
  } catch {
    here.delete(script);
  }
}

function comeNear(event) {
  const { script } = find(event);
  if (script) fetchIt(script);
}

async function press(event) {
  const { near, script } = find(event);
  // What opens by itself need not wait.
  if (!near?.matches("a, button") || here.has(script) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await fetchIt(script);
  const isHere = here.has(script);
  here.add(script);
  near.click();
  if (!isHere) here.delete(script);
}

function widen() {
  for (const { dataset } of parts) if (wide.matches && "wide" in dataset) fetchIt(dataset.script);
}

document.addEventListener("click", press);
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, comeNear);
wide.addEventListener("change", widen);
widen();
