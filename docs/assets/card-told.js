/* Says once, to who listens, that a card has opened: at a link with the focus, by its name. */
(() => {
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  document.body.append(told);
  document.addEventListener("card-opened", ({ target: card, detail: { link } }) => {
    if (document.activeElement !== link) return;
    const name = card.getAttribute("aria-label");
    told.textContent = `Card: ${name}. Tab enters it, Escape closes it.`;
  });
  // Whatever has closed it: what is said is no longer so.
  addEventListener(
    "toggle",
    ({ target, newState }) => {
      if (newState === "closed" && target.matches?.(".card")) told.textContent = "";
    },
    { capture: true },
  );
})();
