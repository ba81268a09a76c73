/**
 * The field that holds a product, in a form (`window.ProductChooser`) and in a block: Wagtail's chooser, which also
 * shows the product's picture, price and state. Its state is what products/chooser/widget.py tells of a product.
 */
(() => {
  const named = (Modal) =>
    class extends Modal {
      onloadHandlers = window.namedModal(this.onloadHandlers);
    };

  const showing = (Base) =>
    class extends Base {
      chooserModalClass = named(this.chooserModalClass);

      initHTMLElements(id) {
        super.initHTMLElements(id);
        this.pictureElement = this.chooserElement.querySelector("[data-product-picture]");
        this.aboutElement = this.chooserElement.querySelector("[data-product-about]");
      }

      getStateFromHTML() {
        const state = super.getStateFromHTML();
        if (!state) return state;
        const { pictureElement, aboutElement } = this;
        return { ...state, picture: pictureElement.getAttribute("src"), about: aboutElement.textContent };
      }

      setStateFromModalData(state) {
        super.setStateFromModalData(state);
        // The button that opened the dialog may be gone, and the focus with it.
        window.jQuery(document.body).one("hidden.bs.modal", () => this.focus());
      }

      renderState(state) {
        // Told before the field says that it has changed.
        this.pictureElement.hidden = !state.picture;
        if (state.picture) this.pictureElement.src = state.picture;
        this.aboutElement.textContent = state.about ?? "";
        super.renderState(state);
      }
    };

  if (window.Chooser) window.ProductChooser = showing(window.Chooser);

  const Field = window.telepath?.constructors["wagtail.admin.widgets.Chooser"];
  if (!Field) return;
  const Widget = showing(new Field("", "").widgetClass);
  window.telepath.register(
    "products.widgets.ProductChooser",
    class extends Field {
      widgetClass = Widget;
    },
  );
})();
