/**
 * "Fill from text or HTML" in the form of an infographic: asks for a text, shows the panels the server makes of it, and
 * puts those that are accepted into the form. Nothing is saved by it, and Undo brings the form back as it was.
 */
(() => {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;
  const TEXTS = ["title", "subtitle"];
  const MARKUP = /<\/?[a-z][^<>]*>|^#{1,6}\s|\*\*\S|^```/im;
  const most = (words) => Number(words.most);

  /** An element with attributes and words. */
  function make(tag, attributes, text = "") {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  }

  /** Takes what was copied with its layout as HTML, unless its words are markup themselves. */
  function pasteRich(event, said, words) {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    if (!html.trim() || MARKUP.test(plain)) return;
    event.preventDefault();
    const { target } = event;
    const fragment = html.replace(/^[\s\S]*<!--StartFragment-->|<!--EndFragment-->[\s\S]*$/g, "");
    target.setRangeText(fragment, target.selectionStart, target.selectionEnd, "end");
    said.textContent = words.rich;
  }

  /** The lead of a form with other words: what is known of facts in it stays with its field. */
  function leadOf(present, raw) {
    const { EditorState } = window.DraftJS;
    const content = window.Draftail.createEditorStateFromRaw(JSON.parse(raw)).getCurrentContent();
    return EditorState.push(present, content, "insert-fragment");
  }

  const hasLead = (raw) => Boolean(JSON.parse(raw || "null")?.blocks.some((block) => block.text.trim()));

  class Filling {
    constructor(block, words) {
      this.block = block;
      this.words = words;
      this.source = "";
      this.before = null;
      this.bar = make("div", { class: "filling-bar" });
      this.opener = make("button", { type: "button", class: "button button-small button-secondary" }, words.open);
      this.undoer = make("button", { type: "button", class: "button button-small button-secondary", hidden: "" }, words.undo);
      this.said = make("p", { class: "filling-bar__said", role: "status" });
      this.bar.append(this.opener, this.undoer, this.said);
      this.opener.addEventListener("click", () => this.open());
      this.undoer.addEventListener("click", () => this.undo());
      block.container[0].prepend(this.bar);
    }

    open() {
      this.modal = window.ModalWorkflow({
        url: this.words.address,
        triggerElement: this.opener,
        onload: {
          paste: (modal) => this.ask(modal.body[0]),
          panels: (modal, answer) => this.show(modal.body[0], answer),
        },
        onError: () => this.fail(),
      });
    }

    ask(body) {
      const form = body.querySelector("[data-filling-form]");
      const source = body.querySelector("[data-filling-source]");
      const said = body.querySelector("[data-filling-said]");
      if (!source.value) source.value = this.source;
      source.addEventListener("paste", (event) => pasteRich(event, said, this.words));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.source = source.value;
        this.modal.postForm(form.action, Object.fromEntries(new FormData(form)));
      });
      this.modal.container.one("shown.bs.modal", () => source.focus());
      source.focus();
    }

    show(body, { state, preview }) {
      const find = (name) => body.querySelector(`[data-filling-${name}]`);
      find("back").addEventListener("click", () => this.modal.loadUrl(this.words.address));
      find("copy")?.addEventListener("click", () => this.copy(find("left"), find("said")));
      find("use")?.addEventListener("click", () => this.use(body, state));
      const frame = find("preview");
      if (frame) {
        frame.addEventListener("load", () => {
          const { scrollHeight } = frame.contentDocument.documentElement;
          frame.style.blockSize = `${Math.min(scrollHeight + 2, 0.7 * window.innerHeight)}px`;
        });
        frame.srcdoc = preview;
        // Nothing is there yet that could be replaced.
        find("how").hidden = !this.block.getValue().panels.length;
      }
      this.modal.container.scrollTop(0);
      find("heading").focus();
    }

    async copy(left, said) {
      left.select();
      try {
        await navigator.clipboard.writeText(left.value);
      } catch {
        document.execCommand("copy");
      }
      said.textContent = this.words.copied;
    }

    use(body, state) {
      const said = body.querySelector("[data-filling-said]");
      const chosen = [...body.querySelectorAll("[data-filling-panel]:checked")].map((box) => state.panels[box.value]);
      const adds = body.querySelector("[name=how][value=add]").checked;
      const present = this.block.getState();
      const panels = adds ? [...present.panels, ...chosen] : chosen;
      if (!chosen.length || panels.length > most(this.words)) {
        said.textContent = chosen.length ? this.words.tooMany.replace("{most}", this.words.most) : this.words.noneChosen;
        return;
      }
      this.before = present;
      this.block.setState({ panels, ...this.texts(present, state, adds) });
      this.tell(this.words.used, true);
      this.modal.close();
    }

    /** The title, subtitle and lead that change: all the text has when it replaces, else those that are empty. */
    texts(present, state, adds) {
      const changed = {};
      for (const name of TEXTS) {
        if (state[name] && !(adds && present[name])) changed[name] = state[name];
      }
      const isEmpty = !present.lead.getCurrentContent().getPlainText().trim();
      if (hasLead(state.lead) && (isEmpty || !adds)) changed.lead = leadOf(present.lead, state.lead);
      return changed;
    }

    undo() {
      this.block.setState(this.before);
      this.before = null;
      this.tell(this.words.undone, false);
      this.opener.focus();
    }

    fail() {
      this.modal?.close();
      this.tell(this.words.failed, Boolean(this.before));
    }

    /** Say what happened, and have the form noticed as changed. */
    tell(text, canUndo) {
      this.said.textContent = text;
      this.undoer.hidden = !canUndo;
      this.bar.closest("form")?.dispatchEvent(new CustomEvent("w-unsaved:add"));
    }
  }

  class InfographicBlockDefinition extends StructBlockDefinition {
    render(...place) {
      const block = super.render(...place);
      new Filling(block, this.meta.filling);
      return block;
    }
  }

  window.telepath.register("blog.blocks.InfographicBlock", InfographicBlockDefinition);
})();
