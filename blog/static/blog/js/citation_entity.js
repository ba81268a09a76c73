/**
 * The citation in the rich text editor: the entity type SOURCE.
 *
 * Its data are what blog/rich_text/citation/contentstate.py writes and reads. Its words say which source it is and cannot be
 * written into; readers get a number.
 */
(() => {
  const { React, ReactDOM } = window;
  const { EditorState, Modifier } = window.DraftJS;
  const { DraftUtils, ModalWorkflowSource, Tooltip, registerPlugin } = window.draftail;
  const element = React.createElement;

  let words;
  const label = (key) => {
    words ??= JSON.parse(document.getElementById("citation-labels").textContent);
    return words[key];
  };

  /** Opens the chooser of sources, and puts the chosen one behind the selected words or in place of another. */
  class CitationSource extends ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.sourceChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(source) {
      const { editorState, entity, entityKey, entityType, onComplete } = this.props;
      const data = { id: Number(source.id), title: source.string };
      let content = editorState.getCurrentContent().createEntity(entityType.type, "IMMUTABLE", data);
      const key = content.getLastCreatedEntityKey();
      let place = editorState.getSelection();
      if (entity) {
        place = DraftUtils.getEntitySelection(editorState, entityKey);
      } else {
        const caret = { offset: place.getEndOffset(), key: place.getEndKey() };
        place = place.merge({
          anchorKey: caret.key, focusKey: caret.key, anchorOffset: caret.offset, focusOffset: caret.offset,
          isBackward: false,
        });
      }
      content = Modifier.replaceText(content, place, source.label, null, key);
      const next = EditorState.push(editorState, content, "insert-characters");
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

  /** A citation in the text; a click opens what it cites and what can be done with it. */
  class Citation extends React.Component {
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

    tooltip(title) {
      const { entityKey, onEdit, onRemove } = this.props;
      const button = (key, onClick, look = "") => {
        const className = `button button-small ${look} Tooltip__button`;
        return element("button", { type: "button", className, onClick: () => onClick(entityKey) }, label(key));
      };
      const content = element(
        Tooltip,
        { target: this.state.place, direction: "top" },
        element("span", { className: "citation-entity__about" }, title),
        button("change", onEdit),
        button("remove", onRemove, "button-secondary no"),
      );
      return ReactDOM.createPortal(element("div", { ref: this.box }, content), this.state.place.container);
    }

    render() {
      const { children, contentState, entityKey } = this.props;
      const source = contentState.getEntity(entityKey).getData();
      const title = source.title || label("gone");
      const link = {
        role: "button",
        className: `TooltipEntity citation-entity${source.title ? "" : " citation-entity--gone"}`,
        title,
        "data-draftail-trigger": true,
        // Not on click: the text keeps its focus.
        onMouseUp: this.open,
      };
      return element("a", link, children, this.state.place && this.tooltip(title));
    }
  }

  registerPlugin({ type: "SOURCE", source: CitationSource, decorator: Citation }, "entityTypes");
})();
