/* Where one is in the text: marked in the run of paragraphs, kept for the next visit, and offered
   as a way back on the page that a link of the text led to. Kept are a number and an address. */
(() => {
  // What stands at the foot of the page stands on the sheet of all pages too.
  const feet = document.querySelectorAll(".foot-pages");
  for (const [at, list] of document.querySelectorAll(".menu .of-foot").entries())
    list.replaceChildren(...feet[at].cloneNode(true).children);

  const STAY = 2000; // milliseconds after which a paragraph counts as read
  const shelf = document.getElementById("cards");
  const last = shelf?.dataset.last;
  if (!last) return;

  const forget = document.querySelector(".forget");
  const offered = document.createElement("a");
  offered.className = "stopped-at";
  document.querySelector(".menu-first").append(offered);

  // What is known of an earlier visit, at every place of the page that asks for it.
  const offer = () => {
    const number = stored("stopped");
    for (const link of document.querySelectorAll(".stopped-at")) {
      link.hidden = number === null;
      if (number === null) continue;
      link.href = addressOfParagraph(number);
      link.textContent = `Continue at ¶${number}`;
    }
    const isAny = records.KINDS.some(records.count);
    for (const row of document.querySelectorAll(".kept")) row.hidden = number === null && !isAny;
    forget.textContent = isAny ? "Erase my place, notes and answers" : "Forget where I was";
  };
  forget.addEventListener("click", () => {
    const notes = records.count("notes");
    if (notes && !confirm(`Erase your notes (${notes}) for good, with your place and answers?`))
      return;
    stored("stopped", "");
    stored("way-back", "");
    records.erase();
    offer();
  });
  document.addEventListener("recorded", offer);
  offer();

  // What a link stands in, as the id of a paragraph or of what hangs on one.
  const anchorOf = (link) => {
    const back = link.closest("li[id]")?.querySelector("a.footnote-backref");
    const place = back && document.getElementById(decodeURIComponent(back.hash.slice(1)));
    return link.closest(".card")?.dataset.from ?? (place ?? link).closest("p[id], .told")?.id;
  };

  // A link that leads from the text to another page is remembered until that page is read. It leads
  // back to the paragraph of the text, card, remark or note in which it stood, wherever that is in
  // the window; elsewhere to the paragraph that was read last.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!link || link.pathname === location.pathname || !paragraphs.length) return;
    const number = (anchorOf(link)?.match(/^p(\d+)/) ?? here().id.match(/^p(\d+)/))[1];
    stored("way-back", `${number} ${link.pathname}`);
  });
  const [from, to] = stored("way-back")?.split(" ") ?? [];
  if (to && to === location.pathname) {
    const back = document.createElement("a");
    back.className = "way-back";
    back.href = addressOfParagraph(from);
    back.textContent = `← ¶${from}`;
    back.setAttribute("aria-label", `Back to ¶${from}`);
    document.querySelector(".doors").before(back);
  }

  const paragraphs = [...document.querySelectorAll("p[id]")].filter((one) => /^p\d+$/.test(one.id));
  // What is being read has begun above the middle of the window.
  const here = () =>
    paragraphs.findLast((one) => one.getBoundingClientRect().top < innerHeight / 2) ??
    paragraphs[0];
  if (!paragraphs.length) return;

  // Folded out over the text, the run closes when it has led somewhere.
  const fold = document.querySelector(".run-fold");
  fold?.addEventListener("click", ({ target }) => target.closest("a") && (fold.open = false));

  const ticks = [...document.querySelectorAll(".run a")];
  const sign = document.querySelector(".run-at");
  let shown = null;
  let staying = 0;
  let hasMoved = false;
  const update = () => {
    const paragraph = here();
    if (paragraph === shown) return;
    shown = paragraph;
    const number = paragraph.id.slice(1);
    if (sign) sign.textContent = `¶${number} of ${last}`;
    let section = null;
    for (const tick of ticks) {
      if (tick.classList.contains("run-section")) {
        tick.removeAttribute("aria-current");
        const heading = document.getElementById(decodeURIComponent(tick.hash.slice(1)));
        const isBefore = heading?.compareDocumentPosition(paragraph) & 4;
        if (isBefore) section = tick;
      } else if (tick.hash === `#p${number}`) tick.setAttribute("aria-current", "location");
      else tick.removeAttribute("aria-current");
    }
    section?.setAttribute("aria-current", "true");
    clearTimeout(staying);
    // Whoever opens a chapter and leaves has not stopped there.
    if (hasMoved) staying = setTimeout(() => (stored("stopped", number), offer()), STAY);
    hasMoved = true;
  };
  let waiting = 0;
  const soon = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      update();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  soon();
})();
