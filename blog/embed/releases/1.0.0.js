// <related-articles product="bone-essential" limit="3">: the articles that mention a product, on any page of any shop.
// Nothing here may throw, block or touch the page around it.

const NAME = "related-articles";
const WAIT = 8000; // milliseconds
const GOOD = 60000;
const NEAR = "9000000px 0px 600px"; // in view, above, or almost below: loads
const AWAY = "9000000px 0px 300px"; // further below nobody sees its size change
const MOST = 50;
const HEADINGS = {
  de: "Passende Artikel", en: "Related articles", es: "Artículos relacionados", fr: "Articles associés",
  it: "Articoli correlati", ja: "関連記事", nl: "Gerelateerde artikelen", zh: "相关文章",
};

const css = `
:host { display: grid; align-items: start }
:host([hidden]), .gone { display: none }
slot, section { display: block; grid-area: 1 / 1; min-inline-size: 0 }
.waiting { visibility: hidden }
.heading { overflow-wrap: anywhere; margin: 0 0 .75em; font: inherit; font-size: var(--related-articles-heading-size, 1.25em); font-weight: 700 }
.list { display: grid; gap: var(--related-articles-gap, 1.25em); margin: 0; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--related-articles-card, 15em)), 1fr)) }
.card { position: relative; border-radius: var(--related-articles-radius, .5em) }
.picture { display: block; inline-size: 100%; block-size: auto; aspect-ratio: 4 / 3; object-fit: cover; border-radius: inherit;
  background: linear-gradient(135deg, color-mix(in srgb, currentColor 12%, transparent), color-mix(in srgb, currentColor 4%, transparent)) }
.title, .link { border-radius: inherit }
.title { display: -webkit-box; block-size: 2.6em; margin: .5em 0; overflow: hidden; font-weight: 600;
  line-height: 1.3; -webkit-box-orient: vertical; -webkit-line-clamp: 2 }
.link { color: var(--related-articles-link, inherit); text-decoration: none; overflow-wrap: anywhere; outline: none }
.link::after { position: absolute; inset: 0; border-radius: inherit; content: "" }
.link:hover { text-decoration: underline }
.link:focus-visible::after { outline: 2px solid; outline-offset: 3px }
.note { block-size: 1.4em; margin: 0; overflow: hidden; font-size: .875em; line-height: 1.4; text-overflow: ellipsis; white-space: nowrap }
@media print { .picture { display: none } }
`;

const home = new URL(import.meta.url).origin;
const asked = new Map();
let sheet;

const make = (name, part, text = "") => {
  const element = document.createElement(name);
  element.className = part;
  element.setAttribute("part", part);
  element.textContent = text;
  return element;
};

const isText = (value) => typeof value === "string" && value.trim() !== "";

// What can be followed, never run.
const address = (value) => {
  try {
    const { href, protocol } = new URL(value);
    return protocol === "https:" || (protocol === "http:" && home.startsWith("http:")) ? href : "";
  } catch {
    return "";
  }
};

const between = (value, least, most, usual) => Math.min(Math.max(parseInt(value, 10) || usual, least), most);

const get = async (url) => {
  const response = await fetch(url, {
    credentials: "omit", redirect: "error", priority: "low", signal: AbortSignal.timeout(WAIT),
  });
  const data = await response.json();
  if (!response.ok) throw new Error(data?.error?.message || `status ${response.status}`);
  if (!Array.isArray(data?.articles)) throw new Error("the answer is no list of articles");
  return data.articles.filter((one) => isText(one?.title) && address(one.section?.url || one.url));
};

// All elements of a page that show the same product share one request.
const ask = (url, limit) => {
  const before = asked.get(url);
  if (before && before.limit >= limit && Date.now() - before.at < GOOD) return before.answer;
  const answer = get(`${url}${url.includes("?") ? "&" : "?"}limit=${limit}`);
  asked.set(url, { answer, limit, at: Date.now() });
  // The next element may have more luck.
  answer.catch(() => asked.get(url)?.answer === answer && asked.delete(url));
  return answer;
};

class RelatedArticles extends HTMLElement {
  static observedAttributes = ["product", "sku", "gtin", "limit", "heading", "heading-level", "src"];

  #root = this.attachShadow({ mode: "open" });
  #turn = 0;
  #watching;

  connectedCallback() {
    try {
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.replaceChildren(make("slot", ""), this.#skeleton());
      this.#when(NEAR, true, () => this.#load());
    } catch (error) {
      this.#leave(error);
    }
  }

  disconnectedCallback() {
    this.#watching?.disconnect();
    this.#turn += 1;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#watching || !this.isConnected || before === after) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  // Do something once this is, or is no longer, so near to being seen.
  #when(near, isNear, act) {
    this.#watching?.disconnect();
    const turn = this.#turn;
    const watching = new IntersectionObserver((entries) => {
      const seen = entries.map((entry) => entry.isIntersecting);
      if (isNear ? !seen.includes(true) : seen.at(-1)) return;
      watching.disconnect();
      if (turn === this.#turn) act();
    }, { rootMargin: near });
    this.#watching = watching;
    watching.observe(this);
  }

  get #limit() {
    return between(this.getAttribute("limit"), 1, MOST, 3);
  }

  get #url() {
    const api = `${this.getAttribute("src") || home}/api/v1/`;
    const product = this.getAttribute("product");
    if (product) return `${api}products/${encodeURIComponent(product)}/related-articles/`;
    const key = ["sku", "gtin"].find((name) => this.getAttribute(name));
    return key ? `${api}related-articles/?${key}=${encodeURIComponent(this.getAttribute(key))}` : "";
  }

  // The most any element of the page wants of this list.
  get #wanted() {
    const same = [...document.querySelectorAll(NAME)].filter((one) => #root in one && one.#url === this.#url);
    return Math.max(this.#limit, ...same.map((one) => one.#limit));
  }

  async #load() {
    const turn = ++this.#turn;
    try {
      if (!this.#url) throw new Error("no product: set product, sku or gtin");
      const articles = (await ask(this.#url, this.#wanted)).slice(0, this.#limit);
      if (turn !== this.#turn) return;
      if (articles.length) this.#show(articles);
      else this.#leave(new Error("no article mentions this product"));
      this.#tell(articles.length ? "load" : "empty", { count: articles.length });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#leave(error);
      this.#tell("error", { message: error.message });
    }
  }

  #tell(name, detail) {
    const about = { product: this.getAttribute("product") || "", ...detail };
    this.dispatchEvent(new CustomEvent(`${NAME}:${name}`, { bubbles: true, composed: true, detail: about }));
  }

  // What was there keeps its space until nobody sees that go.
  #show(articles) {
    const before = [...this.#root.children];
    before[0].classList.add("waiting");
    this.#root.append(this.#list(articles));
    this.#when(AWAY, false, () => {
      before[0].classList.add("gone");
      before[1].remove();
    });
  }

  // The page becomes what it would be without us.
  #leave(reason) {
    const leave = () => {
      this.#root.adoptedStyleSheets = [];
      this.#root.replaceChildren(make("slot", ""));
    };
    if (!this.hasAttribute("debug")) return this.#when(AWAY, false, leave);
    leave();
    this.#root.append(make("p", "debug", `${NAME}: ${reason.message}`));
  }

  // As high as the list will be.
  #skeleton() {
    const box = this.#list(Array(this.#limit).fill({ title: " " }));
    box.className = "waiting";
    box.inert = true;
    box.ariaHidden = "true";
    return box;
  }

  #list(articles) {
    const said = (this.closest("[lang]")?.lang || "").slice(0, 2).toLowerCase();
    const language = HEADINGS[said] ? said : "en";
    const own = this.getAttribute("heading");
    const box = make("section", "section");
    if (own !== "") {
      const heading = make(`h${between(this.getAttribute("heading-level"), 2, 6, 2)}`, "heading", own ?? HEADINGS[language]);
      heading.id = "heading";
      if (own === null) heading.lang = language;
      box.setAttribute("aria-labelledby", "heading");
      box.append(heading);
    }
    const list = make("ul", "list");
    list.role = "list"; // Safari forgets it without bullets
    list.append(...articles.map((article, index) => this.#card(article, index)));
    box.append(list);
    return box;
  }

  #card({ title, url, section, image, reading_minutes: minutes }, index) {
    const item = make("li", "item");
    const card = make("div", "card");
    const name = make("p", "title");
    const link = make("a", "link", title);
    const target = address(section?.url || url);
    if (target) link.href = target;
    link.addEventListener("click", () => this.#tell("click", { index, title, url: target }));
    name.append(link);
    const notes = [isText(section?.title) && section.title, Number.isInteger(minutes) && `${minutes} min`];
    card.append(this.#picture(image), name, make("p", "note", notes.filter(Boolean).join(" · ")));
    item.append(card);
    return item;
  }

  #picture(image) {
    const src = address(image?.src);
    const picture = make(src ? "img" : "div", "picture");
    if (src) {
      picture.width = 400;
      picture.height = 300;
      picture.alt = ""; // the title beside it says more
      picture.loading = "lazy";
      picture.decoding = "async";
      picture.sizes = "(min-width: 60em) 20em, 100vw";
      if (isText(image.srcset) && image.srcset.split(",").every((one) => address(one.trim().split(" ")[0])))
        picture.srcset = image.srcset;
      picture.src = src;
    }
    return picture;
  }
}

if ("adoptedStyleSheets" in Document.prototype && !customElements.get(NAME)) {
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  customElements.define(NAME, RelatedArticles);
}
