/**
 * Names the dialog of Wagtail's choosers after what its heading says, and puts the caret into its search: Wagtail does
 * neither, so that Escape and what is typed go nowhere.
 */
window.namedModal = ({ choose, ...steps }) => ({
  ...steps,
  choose: (modal, data) => {
    choose(modal, data);
    const [body] = modal.body;
    const dialog = body.closest(".modal");
    const heading = body.querySelector("h1, h2")?.textContent.trim().replace(/\s+/g, " ");
    if (heading) dialog.setAttribute("aria-label", heading);
    const search = () => dialog.querySelector("[data-chooser-modal-search] input:not([type=hidden])")?.focus();
    search();
    // The dialog takes the focus once it has faded in.
    window.jQuery(dialog).one("shown.bs.modal", search);
  },
});
