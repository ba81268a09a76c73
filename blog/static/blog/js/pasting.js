/**
 * Pasting into the body: what has headings, tables, pictures or is long becomes blocks, which the server makes by the
 * rules of an import. Sentences stay with the rich text editor. One undo brings the body back as it was.
 */
(() => {
  const { StreamBlockDefinition } = window.wagtailStreamField.blocks;
  const STRUCTURE = "h1, h2, h3, h4, h5, h6, [role=heading], table, figure, img, blockquote, ul ul, ol ol";
  const BLOCKS = "p, li, div, br";
  const FIELDS = "[name]:not([type=hidden]), .public-DraftEditor-content";
  const LONG = 1500;
  const MOST = 1900000;
  // What rich text copies from itself, and what leads nowhere from here.
  const OWN = /data-draftail-|data-editor=/;

  function make(tag, attributes, text = "") {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  }

  /** Tells whether pasted HTML is more than words for the paragraph the caret is in. */
  function hasStructure(page) {
    if (page.querySelector(STRUCTURE)) return true;
    const bold = [...page.querySelectorAll("p > b:only-child, p > strong:only-child")];
    const lines = page.querySelectorAll(BLOCKS).length;
    const headed = lines > 2 && bold.some((mark) => mark.textContent.trim() === mark.parentNode.textContent.trim());
    return headed || (page.body.textContent.length > LONG && lines > 3);
  }

  /** The HTML to send: without pictures inside it if these are too large. */
  function sent(html, page) {
    if (html.length < MOST) return html;
    for (const picture of page.querySelectorAll("img[src^='data:']")) picture.setAttribute("src", "too-large");
    return new XMLSerializer().serializeToString(page);
  }

  const hasWords = (state) => Boolean(state.getCurrentContent().getPlainText().trim());

  /** What a paste writes over is gone. */
  function withoutSelection(state) {
    const { EditorState, Modifier } = window.DraftJS;
    if (state.getSelection().isCollapsed()) return state;
    const content = Modifier.removeRange(state.getCurrentContent(), state.getSelection(), "backward");
    const changed = EditorState.push(state, content, "remove-range");
    return EditorState.acceptSelection(changed, content.getSelectionAfter());
  }

  class Pasting {
    constructor(block, words) {
      this.block = block;
      this.words = words;
      this.last = null;
      this.bar = make("div", { class: "pasting-bar" });
      this.said = make("div", { role: "status" });
      this.undoer = make("button", { type: "button", class: "button button-small button-secondary" }, words.undo);
      this.closer = make("button", { type: "button", class: "button button-small button-secondary" }, words.close);
      this.bar.append(this.said, this.undoer, this.closer);
      const container = block.container[0];
      container.append(this.bar);
      this.undoer.addEventListener("click", () => this.undo());
      this.closer.addEventListener("click", () => this.open(false));
      // What is said is heard only where the place for it was there before.
      this.open(false);
      // Before rich text hears of it.
      container.addEventListener("paste", (event) => this.paste(event), true);
      container.addEventListener("keydown", (event) => this.key(event), true);
    }

    open(isOpen) {
      this.bar.toggleAttribute("data-open", isOpen);
      this.closer.hidden = this.undoer.hidden = !isOpen;
    }

    /** The running text something happens in, not one within another block. */
    textOf(target) {
      const child = this.block.children.find((each) => each.element.contains(target));
      return child?.type === "text" && target.closest?.(".public-DraftEditor-content") ? child : null;
    }

    paste(event) {
      const html = event.clipboardData?.getData("text/html") ?? "";
      const child = this.textOf(event.target);
      if (!child || !html.trim() || OWN.test(html)) return;
      const page = new DOMParser().parseFromString(html, "text/html");
      if (!hasStructure(page)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.ask(child, sent(html, page));
    }

    async ask(child, html) {
      this.tell(this.words.reading);
      const body = new FormData();
      body.set("html", html);
      try {
        const headers = { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value };
        const answer = await fetch(this.words.address, { method: "POST", body, headers });
        const said = await answer.json();
        if (said.problem) return this.tell(said.problem);
        if (!said.blocks.length) return this.tell(this.words.nothing, said.left);
        this.use(child, said.blocks);
        this.tell(said.said, said.left, true);
      } catch {
        this.tell(this.words.failed);
      }
    }

    /** Puts blocks where the caret is: after the words before it, before those after it. */
    use(child, states) {
      const { block } = this;
      const last = { child, original: child.getState(), index: block.children.indexOf(child), added: [] };
      // The text was deleted while the server was reading.
      if (last.index < 0) last.child = null;
      const place = last.child ? this.part(last) : block.children.length;
      states.forEach((each, at) => last.added.push(block.insert(each, place + at, { animate: false, focus: false })));
      if (last.isReplaced) block.deleteBlock(block.children.indexOf(child), { animate: false });
      this.last = last;
      last.value = this.valueOf(last);
      this.focus(last.after ?? last.added.at(-1));
    }

    /** Parts the text at the caret, where it has words on both sides; returns where the blocks go. */
    part(last) {
      const { child, original, index } = last;
      const state = withoutSelection(original.value);
      const { stateBefore, stateAfter, shouldMoveCommentFn } = window.draftail.splitState(state);
      if (hasWords(stateBefore) && hasWords(stateAfter)) {
        this.block.splitBlock(index, stateBefore, stateAfter, shouldMoveCommentFn, { animate: false });
        last.after = this.block.children[index + 1];
        return index + 1;
      }
      if (state !== original.value) child.block.setState(state);
      last.isReplaced = !hasWords(state);
      return hasWords(stateBefore) ? index + 1 : index;
    }

    /** What the blocks of a paste show, by which one sees whether somebody has written in them since. */
    valueOf(last) {
      const kept = [last.isReplaced ? null : last.child, ...last.added, last.after].filter(Boolean);
      if (!kept.every((each) => this.block.children.includes(each))) return "gone";
      const fields = kept.flatMap((each) => [...each.element.querySelectorAll(FIELDS)]);
      return JSON.stringify(fields.map((field) => field.value ?? field.textContent));
    }

    focus(child) {
      child.focus?.({ soft: true });
      child.element.scrollIntoView({ block: "nearest" });
    }

    key(event) {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!isUndo || !this.last || this.valueOf(this.last) !== this.last.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.undo();
    }

    undo() {
      const { last, block } = this;
      if (!last) return;
      if (this.valueOf(last) !== last.value) return this.tell(this.words.changed);
      this.last = null;
      if (last.after) this.giveBack(last);
      for (const each of [...last.added, last.after].filter(Boolean)) {
        block.deleteBlock(block.children.indexOf(each), { animate: false });
      }
      if (last.isReplaced) last.child = block.insert(last.original, last.index, { animate: false });
      else last.child?.block.setState(last.original.value);
      this.tell(this.words.undone);
      if (last.child) this.focus(last.child);
    }

    /** Comments on words that were moved go back with them. */
    giveBack({ child, after }) {
      const app = window.comments?.commentApp;
      const [to, from] = [child.getContentPath(), after.getContentPath()];
      if (!app || !to || !from) return;
      const found = app.utils.selectCommentsForContentPathFactory(from)(app.store.getState());
      for (const comment of found) app.updateContentPath(comment.localId, to);
    }

    /** Say what happened, and have the form noticed as changed. */
    tell(text, left = [], canUndo = false) {
      this.open(true);
      this.undoer.hidden = !canUndo;
      this.said.replaceChildren(make("p", {}, text));
      if (left.length) {
        const list = make("ul", {});
        list.append(...left.map((line) => make("li", {}, line)));
        this.said.append(make("p", {}, this.words.left), list);
      }
      this.bar.closest("form")?.dispatchEvent(new CustomEvent("w-unsaved:add"));
    }
  }

  class BodyBlockDefinition extends StreamBlockDefinition {
    render(...place) {
      const block = super.render(...place);
      new Pasting(block, this.meta.pasting);
      return block;
    }
  }

  window.telepath.register("blog.blocks.BodyBlock", BodyBlockDefinition);
})();
