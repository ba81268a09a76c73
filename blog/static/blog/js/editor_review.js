// Keeps the panels beside an article's form true while one types: sends the form, unsaved, and puts in place what
// the server makes of it. Nothing is saved by that. Also sets findings aside and takes that back.

const form = document.querySelector("[data-edit-form]");
const SOON = 500;
// Rich text reaches the form a moment after the last key; with both panels folded only the counter can be seen.
const LATER = 1500;
const AGAIN = 5000;

let timer;
let sent = form ? read() : "";
let running;
let isActing = false;
const shown = new WeakMap();

function panels() {
  return [...document.querySelectorAll("[data-review]")];
}

/** Returns what the form holds, without files and without what changes by itself. */
function read() {
  const data = new FormData(form);
  for (const name of ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at", "next"]) {
    data.delete(name);
  }
  return new URLSearchParams([...data].filter(([, value]) => typeof value === "string")).toString();
}

function schedule(wait = SOON) {
  clearTimeout(timer);
  const isSeen = panels().some((panel) => panel.checkVisibility());
  timer = setTimeout(refresh, isSeen ? wait : Math.max(wait, LATER));
}

async function refresh() {
  // What is being set aside must not be broken off.
  if (isActing) return schedule();
  const now = read();
  if (now === sent) return;
  sent = now;
  const done = await send("review/", {});
  if (done === undefined) {
    sent = "";
    schedule(AGAIN);
  }
}

/** Posts the form with a few fields more. Returns the answer, null if it is out of date, undefined if there is none. */
async function send(address, more) {
  running?.abort();
  const mine = (running = new AbortController());
  const url = panels()[0].dataset.reviewUrl.replace(/review\/$/, address);
  const body = new URLSearchParams(read());
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      body,
      signal: mine.signal,
      headers: {
        "X-Requested-With": "XMLHttpRequest",
        "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
      },
    });
    const answer = await response.json();
    return put(answer);
  } catch (error) {
    if (error.name === "AbortError") return null;
    tell(!response ? "offline" : [401, 403].includes(response.status) ? "loggedOut" : "failed");
    return undefined;
  }
}

function tell(trouble) {
  for (const line of document.querySelectorAll("[data-review-trouble]")) {
    const words = trouble ? (line.dataset[trouble] ?? trouble) : "";
    if (line.textContent !== words) line.textContent = words;
  }
}

function put(answer) {
  tell(answer.refused ?? "");
  if (answer.refused) return answer;
  for (const panel of panels()) {
    const { html, status, count } = answer[panel.dataset.review];
    replace(panel.querySelector("[data-review-content]"), html);
    const line = panel.querySelector("[data-review-status]");
    if (line.textContent !== status) line.textContent = status;
    if (count !== undefined) showCount(panel, count);
  }
  return answer;
}

function showCount(panel, count) {
  const name = panel.closest("[data-side-panel]").dataset.sidePanel;
  const counter = document.querySelector(`[data-side-panel-toggle="${name}"] [data-side-panel-toggle-counter]`);
  if (!counter) return;
  counter.textContent = count;
  counter.hidden = !count;
}

/** Puts new markup in place, unless it is what is there; keeps what is unfolded, what is written, and the focus. */
function replace(content, html) {
  if (shown.get(content) === html) return;
  shown.set(content, html);
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  for (const old of content.querySelectorAll("details[open]")) {
    const now = fresh.querySelector(`details[data-review-key="${old.dataset.reviewKey}"]`);
    if (!now) continue;
    now.open = true;
    const [before, after] = [old, now].map((details) => details.querySelector("[name=review-reason]"));
    if (before && after) after.setAttribute("value", before.value);
  }
  const focused = content.contains(document.activeElement) ? document.activeElement : null;
  const caret = focused?.selectionStart;
  const again = focused && twin(fresh, focused);
  content.replaceChildren(...fresh.childNodes);
  if (focused) (again ?? content).focus({ preventScroll: true });
  if (again && caret !== undefined && caret !== null) again.setSelectionRange(caret, caret);
}

/** Returns the element of fresh markup that does what the focused one did. */
function twin(fresh, focused) {
  const key = focused.closest("[data-review-key]")?.dataset.reviewKey;
  const around = key ? fresh.querySelector(`[data-review-key="${key}"]`) : fresh;
  if (focused.matches("[data-go]")) return around?.querySelector(`[data-go="${CSS.escape(focused.dataset.go)}"]`);
  return around?.querySelector(focused.localName);
}

async function act(fields) {
  isActing = true;
  await send("findings/", fields);
  isActing = false;
}

document.addEventListener("submit", (event) => {
  const fingerprint = event.target.dataset.reviewDismiss;
  if (!fingerprint) return;
  event.preventDefault();
  act({ "review-dismiss": fingerprint, "review-reason": event.target.elements["review-reason"].value });
});

document.addEventListener("click", (event) => {
  const fingerprint = event.target.closest("[data-review-take-back]")?.dataset.reviewTakeBack;
  if (fingerprint) act({ "review-take-back": fingerprint });
});

// By a click, which the keyboard makes too: "toggle" would also come for what is only put in place again.
document.addEventListener("click", (event) => {
  const details = event.target.closest("[data-review-key] > summary")?.parentElement;
  if (details && !details.open) setTimeout(() => details.querySelector("[name=review-reason]")?.focus());
});

if (form && panels().length) {
  for (const kind of ["input", "change", "keyup", "click"]) form.addEventListener(kind, () => schedule());
  // Rich text, choosers, moved and deleted blocks tell nobody but the form's fields.
  new MutationObserver(() => schedule()).observe(form, { childList: true, subtree: true });
  document.addEventListener("w-unsaved:add", () => schedule());
  for (const panel of document.querySelectorAll("[data-side-panel]")) panel.addEventListener("show", () => schedule());
  if (form.dataset.wUnsavedForceValue === "true") {
    sent = "";
    schedule();
  }
}
