/* Makes the card of a note: its words stand on the page already. */
document.addEventListener("card-wanted", ({ detail: id }) => {
  const note = document.getElementById(id);
  const number = note?.getAttribute("value") ?? note?.dataset.number;
  if (!number) return;
  const card = document.createElement("div");
  card.id = `card-${id}`;
  card.className = "card note";
  card.popover = "manual";
  card.innerHTML = `<p class="card-name">Note ${number}</p>${note.innerHTML}`;
  // Of what kind the source is, is said first; sources of several kinds keep their own.
  const kinds = [...card.querySelectorAll(".source-kind")];
  if (new Set(kinds.map((kind) => kind.textContent)).size === 1) {
    const line = document.createElement("p");
    line.className = "card-kind";
    for (const kind of kinds) {
      if (kind.previousSibling?.data?.trim() === "") kind.previousSibling.remove();
      kind.remove();
    }
    line.append(kinds[0]);
    card.querySelector(".card-name").after(line);
  }
  for (const named of card.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const tool of card.querySelectorAll(".footnote-backref, .tool")) {
    if (tool.previousSibling?.data?.trim() === "") tool.previousSibling.remove();
    tool.remove();
  }
  for (const empty of card.querySelectorAll("p:empty")) empty.remove();
  document.getElementById("cards").append(card);
});
