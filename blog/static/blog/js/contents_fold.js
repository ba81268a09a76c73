/**
 * Closes the contents list of narrow screens when a reader presses Escape or goes on elsewhere, and shows the section
 * being read when it opens. Fetched when a reader comes to it. Without this script it is closed where it was opened.
 */
const list = document.querySelector("[data-contents]");
const fold = list.querySelector("details");
const rail = matchMedia("(width >= 68.75rem)");

function show() {
  if (fold.open && !rail.matches) list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function leave(event) {
  if (rail.matches || !fold.open || (event.key ?? "Escape") !== "Escape" || (!event.key && list.contains(event.target))) return;
  if (list.contains(document.activeElement)) fold.querySelector("summary").focus();
  fold.open = false;
}

fold.addEventListener("toggle", show);
addEventListener("keydown", leave);
addEventListener("pointerdown", leave);
show();
