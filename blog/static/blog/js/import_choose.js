/* Import articles: keeps every tick at once, so that none is lost on the way to another page of the list. */

const form = document.querySelector("[data-import-choice]");
const keep = form?.querySelector("[data-import-keep]");
if (form && keep) {
  keep.hidden = true;
  form.addEventListener("change", () => remember(form, keep));
}

async function remember(form, keep) {
  const data = new FormData(form, keep);
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json" },
      redirect: "error",
    });
    if (!response.ok) throw new Error(response.statusText);
    const { chosen } = await response.json();
    for (const place of document.querySelectorAll("[data-import-chosen]")) place.textContent = chosen;
  } catch {
    keep.hidden = false;
  }
}
