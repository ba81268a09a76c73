/** Names the dialog of Wagtail's choosers after what its heading says; Wagtail gives it none. */
window.namedModal = ({ choose, ...steps }) => ({
  ...steps,
  choose: (modal, data) => {
    choose(modal, data);
    const [body] = modal.body;
    const heading = body.querySelector("h1, h2")?.textContent.trim().replace(/\s+/g, " ");
    if (heading) body.closest(".modal").setAttribute("aria-label", heading);
  },
});
