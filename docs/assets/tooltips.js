/* Shows the short meaning of a link on hover and focus; Escape closes it. */
(() => {
  const DELAY = 350;
  const tip = document.createElement("div");
  tip.className = "tooltip md-typeset";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  let timer = 0;
  let shown = null;

  const place = (link) => {
    const lines = [...link.getClientRects()];
    const line = lines[0];
    const room = document.documentElement.clientWidth;
    const left = Math.min(Math.max(8, line.left), room - tip.offsetWidth - 8);
    const below = line.bottom + 6;
    const fits = below + tip.offsetHeight < innerHeight;
    const top = fits ? below : line.top - tip.offsetHeight - 6;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${top + scrollY}px`;
  };

  const show = (link) => {
    const words = document.getElementById(link.getAttribute("aria-describedby"));
    if (!words) return;
    tip.innerHTML = words.innerHTML;
    tip.hidden = false;
    shown = link;
    place(link);
  };

  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
    shown = null;
  };

  const linkOf = (event) => event.target.closest?.("a.mention[data-entity]");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || tip.contains(event.target)) return;
    const link = linkOf(event);
    if (link === shown && shown) return;
    hide();
    if (link) timer = setTimeout(show, DELAY, link);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    hide();
    if (link?.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
