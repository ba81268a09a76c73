/* Continues a job of the admin slice by slice, and tells how far it has come. Without it the button does the same.
   The form answers with position, total, is_running, and words or the numbers for the words' template. */

const TRIES = 3;
const PAUSE = 400;
const BUSY_PAUSE = 3000;

const form = document.querySelector("[data-progress-form]");
if (form) run(form);

async function run(form) {
  const words = document.querySelector("[data-progress-words]");
  const bar = document.querySelector("#progress-bar");
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
      tell(state.words ?? words.dataset.template.replace("{done}", state.position).replace("{all}", state.total));
      if (!state.is_running) {
        location.reload();
        return;
      }
      await pause(state.is_busy ? BUSY_PAUSE : 0);
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
