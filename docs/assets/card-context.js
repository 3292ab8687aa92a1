/* Suits a card to the place from which it opens: the sense there, the next event, other mentions. */
(() => {
  const addressAt = (number) =>
    document.getElementById(`p${number}`) ? `#p${number}` : addressOfParagraph(number);

  const linkTo = (address, words) => {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    return link;
  };

  // How often the text names it, and where it does so before and after the paragraph `here`.
  const showMentions = (card, here) => {
    card.querySelector(".card-foot")?.remove();
    const foot = document.createElement("p");
    foot.className = "card-foot";
    const page = card.querySelector(".card-name a").getAttribute("href");
    const { count } = card.dataset;
    const list = page.includes("#") ? page : `${page}#mentions`;
    foot.append(linkTo(list, `${count} mention${count === "1" ? "" : "s"}`));
    const named = card.dataset.in.split(" ").filter(Boolean).map(Number);
    const before = named.findLast((number) => number < here);
    const after = named.find((number) => number > here);
    if (before >= 0) foot.append(linkTo(addressAt(before), `← ¶${before}`));
    if (after) foot.append(linkTo(addressAt(after), `¶${after} →`));
    card.append(foot);
  };

  // “Now” is the date of the event that is told last before the link in its paragraph.
  const dateAt = (link, paragraph) => {
    const events = [...(paragraph?.querySelectorAll("a.mention.event") ?? [])];
    const told = events.filter(
      (one) => one.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const nearest = told.at(-1) ?? events[0];
    return (nearest && cardById(nearest.dataset.entity)?.dataset.on) ?? "";
  };

  const showNextEvent = (card, now) => {
    const items = [...card.querySelectorAll(".card-events > li")];
    if (!items.length) return;
    const next = items.findIndex((item) => item.dataset.on > now);
    const shown = items[next < 0 ? items.length - 1 : next];
    shown.dataset.word = !now
      ? "First event here"
      : next < 0
        ? "Last event here"
        : "Next event here";
    for (const item of items) item.hidden = item !== shown;
  };

  // A card that opens from a card belongs to the paragraph of the first.
  const contexts = new WeakMap();
  const contextOf = (link) => {
    const below = link.closest(".card");
    if (below) {
      const { paragraph, now } = contexts.get(below) ?? {};
      return { paragraph, now: below.dataset.on ?? now ?? "" };
    }
    const paragraph = link.closest("p[id], li[id]");
    return { paragraph, now: dateAt(link, paragraph) };
  };

  document.addEventListener("card-opens", ({ target: card, detail: link }) => {
    const context = contextOf(link);
    contexts.set(card, context);
    const anchor = context.paragraph?.id ?? "";
    card.dataset.from = anchor;
    if (card.matches(".note, .remark")) return;
    for (const sense of card.querySelectorAll(".sense")) {
      sense.hidden = !sense.id.endsWith(`--${anchor}`);
    }
    showNextEvent(card, context.now);
    showMentions(card, /^p\d+$/.test(anchor) ? +anchor.slice(1) : -1);
  });
})();
