/**
 * Opens a cited source where it is cited and a figure where it is stated, and on wide screens puts sources into the
 * margin, beside their first use that has room there.
 * Without this script they lead to the lists of sources and figures.
 */
const list = document.querySelector("[data-sources]");
const body = list.parentElement;
const links = [...body.querySelectorAll(".citation a")];
const wide = matchMedia("(width >= 80rem)");
// A note further from its words than this many pixels would belong to others.
const FAR = 200;
const GAP = 14;

function entry(link) {
  const copy = document.querySelector(link.hash).cloneNode(true);
  for (const gone of copy.querySelectorAll(".sources__uses")) gone.remove();
  for (const known of copy.querySelectorAll("[id]")) known.removeAttribute("id");
  return copy;
}

const note = document.createElement("div");
note.className = "source-note";
note.popover = "auto";
note.tabIndex = -1;
note.setAttribute("role", "dialog");
const close = document.createElement("button");
close.type = "button";
close.textContent = list.dataset.close;
close.addEventListener("click", () => note.hidePopover());
// A way to another list leads out of the note.
note.addEventListener("click", (event) => event.target.closest("a[href^='#']") && note.hidePopover());
list.append(note);

let opener = null;
let again = false;

/** Return when what notes look like is known, or cannot be. */
function dress() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = list.dataset.style;
  document.head.append(style);
  return new Promise((resolve) => (style.onload = style.onerror = resolve));
}

function open(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !note.showPopover) return;
  event.preventDefault();
  if (again) return;
  opener = event.currentTarget;
  note.setAttribute("aria-label", opener.getAttribute("aria-label") ?? opener.textContent);
  note.replaceChildren(...entry(opener).childNodes, close);
  note.showPopover();
  const { left, top, bottom } = opener.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = note;
  const room = document.documentElement.clientWidth - offsetWidth - 16;
  const above = bottom + offsetHeight + GAP > innerHeight && top > offsetHeight + GAP;
  note.style.setProperty("--x", `${Math.max(16, Math.min(left - 24, room)) + scrollX}px`);
  note.style.setProperty("--y", `${(above ? top - offsetHeight - GAP : bottom + GAP) + scrollY}px`);
  note.focus({ preventScroll: true });
}

await dress();
for (const link of [...links, ...body.querySelectorAll(".fact")]) {
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", open);
  // The browser closes the note before the click: a second click on the same number leaves it closed.
  link.addEventListener("pointerdown", () => (again = link === opener && note.matches(":popover-open")));
  link.addEventListener("keydown", () => (again = false));
}

function marginNote(link) {
  const words = entry(link);
  for (const way of words.querySelectorAll("a")) way.remove();
  const number = document.createElement("b");
  number.textContent = `${link.textContent} `;
  const made = document.createElement("div");
  made.className = "margin-note";
  made.setAttribute("aria-hidden", "true");
  made.append(number, ...words.childNodes);
  return made;
}

function fillMargin() {
  for (const old of body.querySelectorAll(".margin-note")) old.remove();
  if (!wide.matches) return;
  const frame = body.getBoundingClientRect();
  const blocks = [...body.children].map((block) => block.getBoundingClientRect());
  const taken = blocks.filter((block) => block.right > frame.right - GAP);
  let free = 0;
  const shown = new Set();
  for (const link of links) {
    if (shown.has(link.hash)) continue;
    const made = marginNote(link);
    body.append(made);
    const beside = link.getBoundingClientRect().top - frame.top;
    const top = Math.max(beside, free);
    const end = top + made.offsetHeight;
    const isTaken = taken.some((block) => top - GAP < block.bottom - frame.top && end + GAP > block.top - frame.top);
    if (isTaken || top - beside > FAR || end > frame.height) {
      made.remove();
      continue;
    }
    made.style.setProperty("--y", `${top}px`);
    shown.add(link.hash);
    free = end + GAP;
  }
}

new ResizeObserver(fillMargin).observe(body);
