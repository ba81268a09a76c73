/* Import articles: says which files were chosen, takes what is pasted with its layout, copies the query. */

// What a form may carry beside its files; a longer paste goes as a file.
const LONGEST_FIELD = 2_000_000;
const MEGABYTE = 1_000_000;
const STRUCTURE = "h1, h2, h3, h4, h5, h6, ul, ol, table, a[href], img, p, blockquote";

const start = document.querySelector("[data-import-start]");
if (start) {
  const files = start.querySelector("[data-import-files]");
  const paste = start.querySelector("[data-import-paste]");
  const said = start.querySelector("[data-import-said]");
  files.addEventListener("change", () => tellFiles(files, said));
  paste.addEventListener("paste", (event) => pasteStructure(event, paste, said));
  start.addEventListener("submit", () => sendLongPaste(files, paste));
}

for (const button of document.querySelectorAll("[data-import-copy]")) {
  button.addEventListener("click", () => copy(button));
}

function tellFiles(files, said) {
  const chosen = [...files.files];
  const { one, several, limit, tooLarge } = said.dataset;
  if (chosen.length === 0) {
    said.textContent = "";
    return;
  }
  const size = megabytes(chosen.reduce((sum, file) => sum + file.size, 0));
  let words =
    chosen.length === 1
      ? one.replace("{name}", chosen[0].name).replace("{size}", size)
      : several.replace("{number}", chosen.length).replace("{size}", size);
  const large = chosen.filter((file) => file.size > limit * MEGABYTE).map((file) => file.name);
  if (large.length) words += `. ${tooLarge} ${large.join(", ")}`;
  said.textContent = words;
}

function megabytes(bytes) {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

/* Whoever copies source (HTML, JSON) out of an editor means the source, although the editor adds colours as HTML. */
function pasteStructure(event, paste, said) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  if (!html || /^\s*[<{[]/.test(plain) || !hasStructure(html)) return;
  event.preventDefault();
  paste.setRangeText(html, paste.selectionStart, paste.selectionEnd, "end");
  paste.dispatchEvent(new Event("input", { bubbles: true }));
  said.textContent = said.dataset.kept;
}

function hasStructure(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector(STRUCTURE) !== null;
}

function sendLongPaste(files, paste) {
  if (paste.value.length < LONGEST_FIELD) return;
  const all = new DataTransfer();
  for (const file of files.files) all.items.add(file);
  all.items.add(new File([paste.value], "pasted text", { type: "text/plain" }));
  files.files = all.files;
  paste.value = "";
}

async function copy(button) {
  const field = document.getElementById(button.dataset.importCopy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  } catch {
    // Without leave to use the clipboard the text is selected, ready to be copied by hand.
  }
}
