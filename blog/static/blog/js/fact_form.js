/**
 * Shows how a figure will be written while somebody types it: in the line below its numbers, and in every sentence
 * that is listed under "Where it stands", before and after.
 */
(() => {
  const WAIT = 250;
  const asked = new WeakMap();

  /** What a form says of its figure, with the languages of the sentences it is shown in. */
  const query = (form) => {
    const fields = ["low", "high", "unit"].map((name) => [name, form.elements[name]?.value ?? ""]);
    const languages = new Set([...form.querySelectorAll("[data-fact-place]")].map((place) => place.dataset.language));
    return new URLSearchParams([...fields, ...[...languages].map((language) => ["language", language])]);
  };

  /** Shows a sentence with the new figure below the one that stands there now, if they differ. */
  const showPlace = (place, text) => {
    const before = place.querySelector("[data-fact-before]").textContent;
    const differs = Boolean(text) && text !== before;
    for (const slot of place.querySelectorAll("[data-fact-after]")) slot.textContent = text || before;
    place.querySelector("[data-fact-after-line]").hidden = !differs;
    place.querySelector("[data-fact-when]").hidden = !differs;
  };

  const show = (form, { shown, texts = {}, problem }) => {
    const line = form.querySelector("[data-fact-shown]");
    line.textContent = problem ? `– ${problem}` : shown;
    line.classList.toggle("fact-figure__problem", Boolean(problem));
    for (const place of form.querySelectorAll("[data-fact-place]")) showPlace(place, texts[place.dataset.language]);
  };

  const ask = async (form) => {
    const { signal } = asked.get(form);
    const owner = form.closest("[data-fact-figure-url]") ?? form.querySelector("[data-fact-figure-url]");
    try {
      const answer = await fetch(`${owner.dataset.factFigureUrl}?${query(form)}`, { signal });
      if (answer.ok) show(form, await answer.json());
    } catch (error) {
      // Overtaken by a newer letter, or no connection: what is shown stays.
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  };

  const changed = ({ target }) => {
    const { form } = target;
    if (!["low", "high", "unit"].includes(target.name) || !form?.querySelector("[data-fact-shown]")) return;
    asked.get(form)?.abort();
    const controller = new AbortController();
    asked.set(form, controller);
    setTimeout(() => controller.signal.aborted || ask(form), WAIT);
  };

  document.addEventListener("input", changed);
  // After a refused save the form holds what was typed and not what is stored.
  document.addEventListener("DOMContentLoaded", () => {
    for (const line of document.querySelectorAll("[data-fact-shown]")) {
      const low = line.closest("form")?.elements.low;
      if (low?.value) changed({ target: low });
    }
  });
})();
