/**
 * Marks the section being read in the contents list, names it in the bar of narrow screens, and moves the focus
 * along with the reader. Without this script the list still leads everywhere.
 */
const list = document.querySelector("[data-contents]");
const fold = list.querySelector("details");
const bar = fold.querySelector("summary span");
const unnamed = bar.textContent;
const links = [...list.querySelectorAll('a[href^="#"]')];
const targets = links.map((link) => at(link.hash));
const rail = matchMedia("(width >= 68.75rem)");

// A section is the current one from when its heading has come this near to the top of the window.
const NEAR = 120;
// A section that was chosen stays marked until the reader moves on, be it too short to get there.
// A jump to it ends with its heading in the upper half, or at the end of the page.
let chosen = null;
let waiting = false;

function at(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // Anybody can write an address that cannot be decoded.
  }
}

function left() {
  return document.documentElement.scrollHeight - innerHeight - scrollY;
}

function reached() {
  // The last sections may be too short to get near the top: over the last screen, or all there is to scroll,
  // the line moves down to its end.
  const line = Math.max(NEAR, innerHeight * (1 - left() / Math.min(innerHeight, left() + scrollY)));
  return links[targets.findLastIndex((target) => target?.getBoundingClientRect().top <= line)];
}

function mark() {
  waiting = false;
  const link = chosen ?? reached();
  for (const other of links) {
    if (other !== link) other.removeAttribute("aria-current");
  }
  bar.textContent = link?.textContent ?? unnamed;
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
  fit();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  choose(link);
}

function settle() {
  const top = targets[links.indexOf(chosen)]?.getBoundingClientRect().top;
  if (top < -9 || top > innerHeight / (left() < 9 ? 1 : 2)) choose(null);
}

function arrive() {
  // An older address stands inside its heading.
  const place = at(location.hash);
  choose(place && links[targets.findIndex((target) => target?.contains(place))]);
}

// Links in a fold that is closed are in sight in the rail, but not known to be there to whoever asks the document.
function fit() {
  fold.open = rail.matches;
}

list.addEventListener("click", follow);
addEventListener("hashchange", arrive);
addEventListener("scrollend", settle);
for (const kind of ["scroll", "resize"]) addEventListener(kind, plan, { passive: true });
for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => choose(null), { passive: true });
rail.addEventListener("change", fit);
fit();
arrive();
