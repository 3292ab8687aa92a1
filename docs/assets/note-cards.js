/* Makes the card of a note: its words stand on the page already. */
document.addEventListener("card-wanted", ({ detail: id }) => {
  const note = document.getElementById(id);
  if (!note?.dataset.number) return;
  const card = document.createElement("div");
  card.id = `card-${id}`;
  card.className = "card note";
  card.popover = "manual";
  card.innerHTML = `<p class="card-name">Note ${note.dataset.number}</p>${note.innerHTML}`;
  for (const one of card.querySelectorAll("[id]")) one.removeAttribute("id");
  for (const one of card.querySelectorAll(".footnote-backref, .tool")) {
    if (one.previousSibling?.data?.trim() === "") one.previousSibling.remove();
    one.remove();
  }
  for (const one of card.querySelectorAll("p:empty")) one.remove();
  document.getElementById("cards").append(card);
});
