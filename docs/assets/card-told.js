/* Says once, to who listens, that a card has opened: at a link with the focus, by its name. */
(() => {
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  document.body.append(told);
  document.addEventListener("card-opened", ({ target, detail: { link } }) => {
    if (document.activeElement === link)
      told.textContent = `Card: ${target.ariaLabel}. Tab enters it, Escape closes it.`;
  });
  // Whatever has closed it: what is said is no longer so.
  document.addEventListener("toggle", ({ newState }) => newState === "closed" && (told.textContent = ""), true);
})();
