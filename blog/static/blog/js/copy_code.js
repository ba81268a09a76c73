/**
 * Puts a button below each piece of code that copies it, and says so.
 * Without it the code can be selected and copied by hand.
 */
const said = document.querySelector("[data-said]");

function prepare(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = said.dataset.copy;
  button.setAttribute("aria-describedby", code.dataset.copies);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = said.dataset.copied;
      said.textContent = said.dataset.copied;
      setTimeout(() => {
        button.textContent = said.dataset.copy;
        said.replaceChildren();
      }, 4000);
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
  code.after(button);
}

if (navigator.clipboard && said) for (const code of document.querySelectorAll("[data-copies]")) prepare(code);
