/**
 * Puts a button beside the code of an infographic that copies it, and says so.
 * Fetched when a reader comes near "Share". Without it the code can be selected and copied by hand.
 */
const said = document.querySelector("[data-said]");
let fading;

function say(text) {
  if (!said) return;
  said.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => said.replaceChildren(), 4000);
}

function prepare(share) {
  const code = share.querySelector("input");
  code.addEventListener("focus", () => code.select());
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = share.dataset.copy;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      say(share.dataset.copied);
    } catch {
      code.focus();
    }
  });
  const line = document.createElement("p");
  line.append(button);
  share.append(line);
}

for (const share of document.querySelectorAll("[data-share]")) prepare(share);
