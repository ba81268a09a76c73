/**
 * The list of a product's variants in a block, filled for the product chosen beside it.
 *
 * A stored variant that is no longer offered stays chosen, and is named as such, until another product or variant is
 * chosen. Without an answer the list keeps what it has.
 */
(() => {
  const Select = window.telepath.constructors["wagtail.widgets.Select"];
  const BoundSelect = new Select("").boundWidgetClass;
  const answers = new Map();

  /** The variants of a product; asked for once a page. */
  const variantsOf = (address, product) => {
    if (!answers.has(product)) {
      const answer = fetch(address.replace("/0/", `/${product}/`), { headers: { Accept: "application/json" } })
        .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
        .then(({ variants }) => variants);
      answer.catch(() => answers.delete(product));
      answers.set(product, answer);
    }
    return answers.get(product);
  };

  class BoundVariantSelect extends BoundSelect {
    constructor(...given) {
      super(...given);
      this.everything = this.input.options[0].text;
      // The product is a field of the same block; it is drawn before this one.
      const prefix = this.input.name.replace(/variant$/, "");
      this.product = document.getElementsByName(`${prefix}product`)[0];
      this.product?.addEventListener("change", () => this.follow());
    }

    setState(state) {
      const [chosen] = [state ?? ""].flat().map(String);
      if (![...this.input.options].some((option) => option.value === chosen)) {
        this.input.add(new Option(this.input.dataset.variantGone, chosen));
      }
      this.input.value = chosen;
      this.shownFor = this.product?.value;
      this.fill(chosen);
    }

    /** The product may have been set to what it was. */
    follow() {
      if (this.product.value === this.shownFor) return;
      this.shownFor = this.product.value;
      this.fill("");
    }

    async fill(chosen) {
      const product = this.product?.value;
      if (!product) return this.show([], chosen);
      try {
        const variants = await variantsOf(this.input.dataset.variantSelect, product);
        if (this.product.value === product) this.show(variants, chosen);
      } catch {
        // What is stored stays as it is.
      }
    }

    show(variants, chosen) {
      const { variantGone, variantNone } = this.input.dataset;
      const none = this.product?.value ? variantNone : this.everything;
      const options = [new Option(variants.length ? this.everything : none, "")];
      options.push(...variants.map(({ id, label }) => new Option(label, id)));
      if (chosen && !variants.some(({ id }) => id === chosen)) options.push(new Option(variantGone, chosen));
      const before = this.input.value;
      this.input.replaceChildren(...options);
      this.input.value = chosen;
      if (before !== chosen) this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  window.telepath.register(
    "products.widgets.VariantSelect",
    class extends Select {
      boundWidgetClass = BoundVariantSelect;
    },
  );
})();
