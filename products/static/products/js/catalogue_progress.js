/* Continues a run of the catalogue slice by slice, and tells how far it has come. Without it the button does the same. */

const TRIES = 3;
const PAUSE = 400;

const form = document.querySelector("[data-catalogue-advance]");
if (form) run(form);

async function run(form) {
  const words = document.querySelector("[data-catalogue-words]");
  const bar = document.querySelector("#catalogue-progress");
  const button = form.querySelector("button");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  go();

  async function go() {
    button.disabled = true;
    let failures = 0;
    while (failures < TRIES) {
      const state = await advance();
      if (!state) {
        failures += 1;
        await pause(PAUSE * failures);
        continue;
      }
      failures = 0;
      bar.max = state.total;
      bar.value = state.position;
      tell(words.dataset.template.replace("{done}", state.position).replace("{all}", state.total));
      if (!state.is_running) {
        location.reload();
        return;
      }
      await pause(state.is_busy ? PAUSE : 0);
    }
    tell(words.dataset.failed);
    button.disabled = false;
  }

  function tell(text) {
    if (words.textContent.trim() !== text) words.textContent = text;
  }

  async function advance() {
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
