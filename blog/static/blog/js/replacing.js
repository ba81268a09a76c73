/** Shows the chooser of the product that takes the place only where that is what was ticked. */
const form = document.querySelector("[data-replacing]");

const update = () => {
  const way = new FormData(form).get("way");
  form.querySelector("[data-replacing-product]").hidden = way !== "replace";
};

if (form) {
  form.addEventListener("change", update);
  update();
}
