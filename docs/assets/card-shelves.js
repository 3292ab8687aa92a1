/* Cards by id, made when they are asked for. Those of entities stand in files that pages share, which
   are loaded when a page is quiet, or once a reader moves, touches or types: each file hands over its
   cards as pairs of an id and HTML, in which addresses begin at the root of the site. */
const cardById = (id) => {
  const find = () => document.getElementById(`card-${id}`);
  return find() ?? (document.dispatchEvent(new CustomEvent("card-wanted", { detail: id })), find());
};

const shelvedCards = new Map();
const shelveCards = (cards) => cards.forEach(([id, html]) => shelvedCards.set(id, html));

(() => {
  const shelf = document.getElementById("cards");
  if (!shelf?.dataset.shelves) return;
  const { root, shelves } = shelf.dataset;
  // The address of a link tells whose card it opens, where no attribute does.
  const tips = document.querySelectorAll("a.mention:not([data-entity], [data-cardless])");
  for (const link of tips) {
    const address = link.getAttribute("href") ?? link.dataset.to;
    [, link.dataset.entity] = address.match(/([^/#]+?)(\.html)?$/);
  }
  const MOVES = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin"];

  const load = (number) =>
    new Promise((done) => {
      const src = `${root}assets/cards/${number}.js`;
      const script = Object.assign(document.createElement("script"), { src });
      script.onload = script.onerror = done;
      document.head.append(script);
    });

  // Who hears a page is told with the link what it is about, as far as that is known now.
  const describe = () => {
    for (const link of tips) {
      if (link.closest(".dates")) continue;
      const { entity } = link.dataset;
      if (cardById(entity)) link.setAttribute("aria-describedby", `tip-${entity}`);
    }
  };

  let isAsked = false;
  const loadAll = async () => {
    if (isAsked) return;
    isAsked = true;
    await Promise.all(shelves.split(" ").map(load));
    describe();
    delete shelf.dataset.shelves;
    document.dispatchEvent(new CustomEvent("cards-arrived"));
  };

  for (const move of MOVES) addEventListener(move, loadAll, { capture: true, once: true });
  addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(loadAll));

  document.addEventListener("card-wanted", ({ detail: id }) => {
    if (!shelvedCards.has(id)) return;
    const made = document.createElement("template");
    made.innerHTML = shelvedCards.get(id);
    const card = made.content.firstElementChild;
    for (const link of card.querySelectorAll("a[href]"))
      link.setAttribute("href", root + link.getAttribute("href"));
    shelf.append(card);
  });
})();
