/**
 * Marks the section being read in the contents list, and moves the focus along with the reader.
 * Without this script the list still leads everywhere.
 */
const list = document.querySelector("[data-contents]");
const links = [...list.querySelectorAll('a[href^="#"]')];
const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

// A section is the current one from when its heading has come this near to the top of the window.
const NEAR = 96;
// The last sections may be too short to get there: a chosen one stays marked until the reader moves on.
let chosen = null;
let waiting = false;

function reached() {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const line = atEnd ? innerHeight : NEAR;
  return links[targets.findLastIndex((target) => target?.getBoundingClientRect().top <= line)];
}

function mark() {
  waiting = false;
  const link = chosen ?? reached();
  for (const other of links) {
    if (other !== link) other.removeAttribute("aria-current");
  }
  if (!link || link.hasAttribute("aria-current")) return;
  link.setAttribute("aria-current", "location");
  // Only the rail scrolls: scrollIntoView would move the page too.
  const place = link.getBoundingClientRect();
  const rail = list.getBoundingClientRect();
  if (place.top < rail.top || place.bottom > rail.bottom) list.scrollTop += place.top - rail.top - rail.height / 3;
}

function plan() {
  if (!waiting) requestAnimationFrame(mark);
  waiting = true;
}

function choose(link) {
  chosen = link ?? null;
  plan();
}

function follow(event) {
  const link = event.target.closest("a");
  const target = targets[links.indexOf(link)];
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  choose(link);
}

function arrive() {
  choose(links.find((link) => link.hash === location.hash));
}

list.addEventListener("click", follow);
addEventListener("hashchange", arrive);
for (const kind of ["scroll", "resize"]) addEventListener(kind, plan, { passive: true });
for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => choose(null), { passive: true });
arrive();
