/**
 * The product mention in the rich text editor: the entity type PRODUCT.
 *
 * Its data are what products/rich_text/contentstate.py writes and reads. A mention with `text: "name"` follows the
 * product's name for as long as it shows exactly that name; with other letters it keeps its own words.
 */
(() => {
  const { React, ReactDOM } = window;
  const { EditorState, Modifier } = window.DraftJS;
  const { DraftUtils, ModalWorkflowSource, Tooltip, registerPlugin } = window.draftail;
  const element = React.createElement;
  const TYPE = "PRODUCT";

  let words;
  const label = (key) => {
    words ??= JSON.parse(document.getElementById("product-mention-labels").textContent);
    return words[key];
  };

  const followsName = (data, text) => data.text === "name" && text === (data.name || data.words);

  /** The text of a selection within one block; null if it spans several, "" if it is a caret. */
  const textOf = (content, selection) => {
    if (selection.getStartKey() !== selection.getEndKey()) return null;
    const block = content.getBlockForKey(selection.getStartKey());
    return block.getText().slice(selection.getStartOffset(), selection.getEndOffset());
  };

  /** The editor's next state, with a mention in place of the selection; without `text` its letters stay. */
  const withMention = (editorState, selection, data, text) => {
    const content = editorState.getCurrentContent().createEntity(TYPE, "MUTABLE", data);
    const key = content.getLastCreatedEntityKey();
    if (text) {
      const style = editorState.getCurrentInlineStyle();
      const next = Modifier.replaceText(content, selection, text, style, key);
      return EditorState.push(editorState, next, "insert-characters");
    }
    return EditorState.push(editorState, Modifier.applyEntity(content, selection, key), "apply-entity");
  };

  /** The same state with the focus back in the text, at the end of the selection. */
  const atEnd = (editorState) => {
    const selection = editorState.getSelection();
    const offset = selection.getEndOffset();
    const caret = { anchorOffset: offset, focusOffset: offset, isBackward: false, hasFocus: true };
    return EditorState.forceSelection(editorState, selection.merge(caret));
  };

  /** Opens the chooser of products and puts the chosen one into the text. */
  class ProductSource extends ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.productChooser,
        onload: window.namedModal(window.CHOOSER_MODAL_ONLOAD_HANDLERS),
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(product) {
      const { editorState, entity, entityKey, onComplete } = this.props;
      const selection = DraftUtils.getEntitySelection(editorState, entity && entityKey);
      const chosen = textOf(editorState.getCurrentContent(), selection);
      const { name, about, shown } = product;
      const takesName = chosen === "" || chosen === name || (entity && followsName(entity.getData(), chosen));
      const text = takesName ? "name" : "own";
      const data = { id: Number(product.id), text, name, words: "", status: about, shown };
      // Completed only when the modal is gone: until then it takes the focus from the text.
      const body = window.jQuery(document.body);
      body.off("hidden.bs.modal", this.onClose);
      body.one("hidden.bs.modal", () =>
        onComplete(withMention(editorState, selection, data, takesName ? name : null)),
      );
      this.workflow.close();
    }
  }

  /** Where the tooltip belongs, measured within the editor. */
  const placeOf = (trigger) => {
    const container = trigger.closest("[data-draftail-editor-wrapper]");
    const outer = container.getBoundingClientRect();
    const { top, left, width, height } = trigger.getBoundingClientRect();
    const root = document.documentElement;
    return {
      container,
      top: top - outer.top - root.scrollTop,
      left: left - outer.left - root.scrollLeft,
      width,
      height,
    };
  };

  /** What the mention is of, and what can be done with it. */
  class MentionTooltip extends React.Component {
    constructor(props) {
      super(props);
      this.box = React.createRef();
      this.closeOutside = ({ target }) => this.box.current?.contains(target) || this.props.onClose();
    }

    componentDidMount() {
      document.addEventListener("mouseup", this.closeOutside);
      document.addEventListener("keyup", this.closeOutside);
      window.addEventListener("resize", this.props.onClose);
    }

    componentWillUnmount() {
      document.removeEventListener("mouseup", this.closeOutside);
      document.removeEventListener("keyup", this.closeOutside);
      window.removeEventListener("resize", this.props.onClose);
    }

    render() {
      const { data, follows, place, onEdit, onRemove, onSwitch } = this.props;
      const about = [
        element("strong", { key: "name" }, data.name || data.words),
        data.status && element("span", { key: "status" }, data.status),
      ];
      const button = (key, onClick, look = "") => {
        const className = `button button-small ${look} Tooltip__button`;
        return element("button", { key, type: "button", className, onClick }, label(key));
      };
      const tooltip = element(
        Tooltip,
        { target: place, direction: "top" },
        element("span", { className: "product-mention__about" }, about),
        button("change", onEdit),
        data.name && button(follows ? "keepWords" : "followName", onSwitch),
        button("remove", onRemove, "button-secondary no"),
      );
      return ReactDOM.createPortal(element("div", { ref: this.box }, tooltip), place.container);
    }
  }

  /** A mention in the text; its tooltip opens by a click. */
  class ProductMention extends React.Component {
    constructor(props) {
      super(props);
      this.state = { place: null };
      this.close = () => this.setState({ place: null });
      this.open = this.open.bind(this);
      this.switchWording = this.switchWording.bind(this);
    }

    get data() {
      return this.props.contentState.getEntity(this.props.entityKey).getData();
    }

    get follows() {
      return followsName(this.data, this.props.decoratedText);
    }

    open({ target }) {
      const trigger = target.closest("[data-draftail-trigger]");
      if (trigger) this.setState({ place: placeOf(trigger) });
    }

    switchWording() {
      const { decoratedText, entityKey, getEditorState, setEditorState } = this.props;
      const editorState = getEditorState();
      const selection = DraftUtils.getEntitySelection(editorState, entityKey);
      if (textOf(editorState.getCurrentContent(), selection) !== decoratedText) return;
      const data = { ...this.data, text: this.follows ? "own" : "name", words: "" };
      const next = withMention(editorState, selection, data, this.follows ? null : data.name);
      setEditorState(atEnd(next));
      this.close();
    }

    render() {
      const { children, entityKey, onEdit, onRemove } = this.props;
      const { data, follows } = this;
      const className = ["TooltipEntity", "product-mention"];
      if (!follows) className.push("product-mention--own");
      if (!data.shown) className.push("product-mention--unlinked");
      const tooltip = {
        data,
        follows,
        place: this.state.place,
        onClose: this.close,
        onEdit: () => onEdit(entityKey),
        onRemove: () => onRemove(entityKey),
        onSwitch: this.switchWording,
      };
      const link = {
        role: "button",
        className: className.join(" "),
        title: [data.name, data.status].filter(Boolean).join(" · "),
        "data-draftail-trigger": true,
        // Not on click: the text keeps its focus.
        onMouseUp: this.open,
      };
      return element("a", link, children, this.state.place && element(MentionTooltip, tooltip));
    }
  }

  registerPlugin({ type: TYPE, source: ProductSource, decorator: ProductMention }, "entityTypes");
})();
