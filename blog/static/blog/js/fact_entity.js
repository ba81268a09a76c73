/**
 * The fact in the rich text editor: the entity type FACT.
 *
 * Its data are what blog/rich_text/fact/contentstate.py writes and reads. Its words are the figure of today and cannot
 * be written into. A figure that is selected when the chooser opens is offered to be made a fact.
 */
(() => {
  const { React, ReactDOM } = window;
  const { EditorState, Modifier } = window.DraftJS;
  const { DraftUtils, ModalWorkflowSource, Tooltip, registerPlugin } = window.draftail;
  const element = React.createElement;
  const TYPE = "FACT";
  // More of a sentence than a statement takes.
  const MOST_AROUND = 400;

  let words;
  const label = (key) => {
    words ??= JSON.parse(document.getElementById("fact-labels").textContent);
    return words[key];
  };

  /** The block somebody selected words of, or null where nothing is selected, or more than one block. */
  const selectedBlock = (editorState) => {
    const selection = editorState.getSelection();
    const isWithin = selection.getStartKey() === selection.getEndKey() && !selection.isCollapsed();
    return isWithin ? editorState.getCurrentContent().getBlockForKey(selection.getStartKey()) : null;
  };

  /** The words of a block between two places as readers see them: what stands for a citation is left out. */
  const textBetween = (content, block, from, to) => {
    const isRead = (_letter, at) => {
      const key = block.getEntityAt(from + at);
      return !key || content.getEntity(key).getType() !== "SOURCE";
    };
    return block.getText().slice(from, to).split("").filter(isRead).join("");
  };

  /** What stands in the sentence of a selection before it, and behind it. */
  const around = (content, block, start, end) => {
    const before = textBetween(content, block, 0, start);
    const after = textBetween(content, block, end, block.getLength());
    const opens = [...before.matchAll(/[.!?…]["”’)]*\s+(?=\S)/g)].pop();
    const closes = /[.!?…](?=\s|$)/.exec(after);
    return {
      before: before.slice(opens ? opens.index + opens[0].length : 0).slice(-MOST_AROUND),
      after: after.slice(0, closes?.index).slice(0, MOST_AROUND),
    };
  };

  /** The ids of the sources cited in a block. */
  const cited = (content, block) => {
    const keys = new Set(block.getCharacterList().map((character) => character.getEntity()));
    const entities = [...keys].filter(Boolean).map((key) => content.getEntity(key));
    const sources = entities.filter((entity) => entity.getType() === "SOURCE");
    return [...new Set(sources.map((source) => source.getData().id))].filter(Boolean);
  };

  /** What the chooser is told of the selection, so that it can propose a fact. */
  const proposalOf = (editorState) => {
    const block = selectedBlock(editorState);
    if (!block) return {};
    const content = editorState.getCurrentContent();
    const selection = editorState.getSelection();
    const [start, end] = [selection.getStartOffset(), selection.getEndOffset()];
    return {
      selected: block.getText().slice(start, end),
      ...around(content, block, start, end),
      cited: cited(content, block).join(","),
    };
  };

  /** Opens the chooser of facts, and puts the chosen one in the place of the selected figure or of another fact. */
  class FactSource extends ModalWorkflowSource {
    getChooserConfig() {
      const { choose, ...steps } = window.CHOOSER_MODAL_ONLOAD_HANDLERS;
      const { editorState, entity, entityType } = this.props;
      return {
        url: entityType.chooserUrls.factChooser,
        urlParams: entity ? {} : proposalOf(editorState),
        onload: {
          ...steps,
          choose: (modal, data) => {
            choose(modal, data);
            this.figure = data.figure;
            const tabs = modal.body[0].querySelector("[data-controller='w-tabs']");
            if (data.figure && tabs) tabs.dataset.wTabsActivePanelIdValue = "tab-create";
          },
        },
        responses: { chosen: this.onChosen },
      };
    }

    /** Where the fact goes: over the fact it replaces, the figure that was selected, or else behind the caret. */
    place() {
      const { editorState, entity, entityKey } = this.props;
      if (entity) return DraftUtils.getEntitySelection(editorState, entityKey);
      const selection = editorState.getSelection();
      const start = selection.getStartOffset();
      const at = (anchorOffset, focusOffset) =>
        selection.merge({
          anchorKey: selection.getEndKey(), focusKey: selection.getEndKey(), anchorOffset, focusOffset,
          isBackward: false,
        });
      if (!selectedBlock(editorState)) return at(selection.getEndOffset(), selection.getEndOffset());
      // "about 30–40%" keeps its "about".
      return this.figure
        ? at(start + this.figure.start, start + this.figure.end)
        : at(start, selection.getEndOffset());
    }

    onChosen(fact) {
      const { editorState, onComplete } = this.props;
      const data = {
        id: Number(fact.id), text: fact.text, words: fact.text, statement: fact.statement,
        overdue: fact.overdue, edit: fact.edit_url ?? "",
      };
      const content = editorState.getCurrentContent().createEntity(TYPE, "IMMUTABLE", data);
      const key = content.getLastCreatedEntityKey();
      const place = this.place();
      const style = editorState.getCurrentInlineStyle();
      const next = EditorState.push(
        editorState, Modifier.replaceText(content, place, fact.text, style, key), "insert-characters",
      );
      // Completed only when the modal is gone: until then it takes the focus from the text.
      const body = window.jQuery(document.body);
      body.off("hidden.bs.modal", this.onClose);
      body.one("hidden.bs.modal", () => onComplete(next));
      this.workflow.close();
    }
  }

  /** Where the tooltip belongs, measured within the editor. */
  const placeOf = (trigger) => {
    const container = trigger.closest("[data-draftail-editor-wrapper]");
    const outer = container.getBoundingClientRect();
    const { top, left, width, height } = trigger.getBoundingClientRect();
    const { scrollTop, scrollLeft } = document.documentElement;
    return { container, top: top - outer.top - scrollTop, left: left - outer.left - scrollLeft, width, height };
  };

  /** A fact in the text; a click opens what it states and what can be done with it. */
  class Fact extends React.Component {
    constructor(props) {
      super(props);
      this.state = { place: null };
      this.box = React.createRef();
      // Events of the tooltip arrive here too, as React sees it inside the link.
      this.open = ({ target }) => {
        const trigger = target.closest("[data-draftail-trigger]");
        if (trigger) this.setState({ place: placeOf(trigger) });
      };
      this.close = () => this.setState({ place: null });
      this.closeOutside = ({ target }) => this.state.place && (this.box.current?.contains(target) || this.close());
    }

    componentDidMount() {
      for (const kind of ["mouseup", "keyup"]) document.addEventListener(kind, this.closeOutside, true);
    }

    componentWillUnmount() {
      for (const kind of ["mouseup", "keyup"]) document.removeEventListener(kind, this.closeOutside, true);
    }

    tooltip(fact) {
      const { entityKey, onEdit, onRemove } = this.props;
      const button = (key, onClick, look = "") => {
        const className = `button button-small ${look} Tooltip__button`;
        return element("button", { type: "button", className, onClick: () => onClick(entityKey) }, label(key));
      };
      const way = { href: fact.edit, target: "_blank", rel: "noopener", className: "button button-small Tooltip__button" };
      const content = element(
        Tooltip,
        { target: this.state.place, direction: "top" },
        element(
          "span",
          { className: "fact-entity__about" },
          fact.text ? [element("strong", { key: "figure" }, fact.text), ` ${fact.statement}`] : label("gone"),
          fact.overdue && element("em", { className: "fact-entity__overdue" }, label("overdue")),
        ),
        button("change", onEdit),
        fact.edit && element("a", way, label("edit")),
        button("remove", onRemove, "button-secondary no"),
      );
      return ReactDOM.createPortal(element("div", { ref: this.box }, content), this.state.place.container);
    }

    render() {
      const { children, contentState, entityKey } = this.props;
      const fact = contentState.getEntity(entityKey).getData();
      const className = ["TooltipEntity", "fact-entity"];
      if (!fact.text) className.push("fact-entity--gone");
      if (fact.overdue) className.push("fact-entity--overdue");
      const link = {
        role: "button",
        className: className.join(" "),
        title: fact.text ? `${fact.statement}: ${fact.text}` : label("gone"),
        "data-draftail-trigger": true,
        // Not on click: the text keeps its focus.
        onMouseUp: this.open,
      };
      return element("a", link, children, this.state.place && this.tooltip(fact));
    }
  }

  registerPlugin({ type: TYPE, source: FactSource, decorator: Fact }, "entityTypes");
})();
