/**
 * Copies the full address of a section when a reader presses the link beside its heading, and says so.
 * Fetched when a reader comes near such a link. Without this script, or where copying is refused, it is a link like any other.
 */
const said = document.querySelector("[data-said]");
let fading;

async function copy(event) {
  const link = event.target.closest("[data-copies-itself]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
    history.replaceState(null, "", link.hash);
    said.textContent = said.dataset.copied;
    clearTimeout(fading);
    fading = setTimeout(() => said.replaceChildren(), 4000);
  } catch {
    location.hash = link.hash;
  }
}

document.addEventListener("click", copy);
