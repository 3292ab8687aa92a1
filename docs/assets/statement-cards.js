/* Makes the card of a statement: who says it, how sure, on what it rests, and known since when. */
(() => {
  const root = document.documentElement;
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const day = (text) => format.format(new Date(text));
  const capital = (words) => words[0].toUpperCase() + words.slice(1);

  const since = ({ dataset }) => {
    if (!dataset.known) return `not to be said: ${dataset.undated ?? "it has no note"}`;
    const days = dataset.days === "1" ? "a day" : `${dataset.days} days`;
    const later = dataset.days && `, ${days} after ${day(root.dataset.by)}`;
    return day(dataset.known) + (later ?? "");
  };

  // The words for a kind are those of the legend, which has it since the page has such a hedge.
  const means = (hedge) =>
    document
      .querySelector(`.of-sure .${hedge.classList[1]}`)
      ?.textContent.replace(/^\S+ | \d+$/g, "") ?? hedge.classList[1];

  const sure = (statement) =>
    [...statement.querySelectorAll(".hedge")]
      .map((hedge) => `“${hedge.textContent}”: ${means(hedge)}`)
      .join("; ") || "nothing is held back";

  const line = (name, words) => {
    const [one, term] = ["p", "i"].map((tag) => document.createElement(tag));
    term.textContent = `${name}: `;
    one.append(term, words);
    return one;
  };

  document.addEventListener("card-wanted", ({ detail: id }) => {
    const statement = document.getElementById(id);
    if (!statement?.dataset.who) return;
    const { dataset } = statement;
    const card = document.createElement("div");
    Object.assign(card, { id: `card-${id}`, popover: "manual" });
    card.className = `card note statement ${statement.className.split(" ")[0]}`;
    const name = document.createElement("p");
    name.className = "card-name";
    const said = statement.querySelector(".said").textContent.replace(": ", "");
    name.textContent = capital(said);
    const rests = (dataset.rests ?? "no note") + (dataset.support ? ` (${dataset.support})` : "");
    card.append(name, line("How sure", sure(statement)), line("On what", rests));
    if (dataset.doubt) card.append(line("But", dataset.doubt));
    if (dataset.alone) card.append(line("Whose word", dataset.alone));
    card.append(line("Known since", since(statement)));
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = "Link to this statement";
    const foot = document.createElement("p");
    foot.className = "card-foot";
    foot.append(link);
    card.append(foot);
    document.getElementById("cards").append(card);
  });

  // What a card says depends on the day; only with a lens on are statements stops of the keyboard.
  document.addEventListener("lens", ({ detail: { lens, known } }) => {
    for (const card of document.querySelectorAll(".card.statement")) card.remove();
    for (const statement of document.querySelectorAll("span[data-who][id]")) {
      if (lens || known) statement.tabIndex = 0;
      else statement.removeAttribute("tabindex");
    }
  });
})();
