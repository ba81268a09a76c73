/**
 * Marks the section being read in the contents list, and moves the focus along with the reader.
 * Without this script the list still leads everywhere.
 */
const list = document.querySelector("[data-contents]");
const links = [...list.querySelectorAll('a[href^="#"]')];
const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

// A section becomes the current one when its heading has come this far up the window.
const LINE = 0.25;
let chosen = null;
let waiting = false;

function current() {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const line = atEnd ? innerHeight : innerHeight * LINE;
  const passed = targets.findLastIndex((target) => target && target.getBoundingClientRect().top <= line);
  return links[passed];
}

function mark() {
  waiting = false;
  const link = chosen ?? current();
  for (const other of links) {
    if (other !== link) other.removeAttribute("aria-current");
  }
  if (!link || link.hasAttribute("aria-current")) return;
  link.setAttribute("aria-current", "location");
  // Only the rail scrolls: scrollIntoView would move the page too.
  const { top, bottom } = link.getBoundingClientRect();
  const rail = list.getBoundingClientRect();
  if (top < rail.top || bottom > rail.bottom) list.scrollTop += top - rail.top - rail.height / 3;
}

function plan() {
  if (!waiting) requestAnimationFrame(mark);
  waiting = true;
}

function follow(event) {
  const link = event.target.closest('a[href^="#"]');
  const target = targets[links.indexOf(link)];
  if (!target) return;
  // The last sections may be too short to reach the line: they follow the click until the reader moves on.
  chosen = link;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  plan();
}

function release() {
  chosen = null;
}

list.addEventListener("click", follow);
addEventListener("scroll", plan, { passive: true });
addEventListener("resize", plan, { passive: true });
for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(kind, release, { passive: true });
mark();
