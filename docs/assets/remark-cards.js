/* Makes the card of a remark: its words stand beside the paragraph already. */
document.addEventListener("card-wanted", ({ detail: id }) => {
  const told = document.getElementById(id);
  if (!told?.matches(".told")) return;
  const card = document.createElement("div");
  card.id = `card-${id}`;
  card.className = "card remark";
  card.popover = "manual";
  const name = document.createElement("p");
  name.className = "card-name";
  name.textContent = told.closest(".remark").querySelector(".subject").textContent;
  card.append(name, ...told.cloneNode(true).childNodes);
  for (const named of card.querySelectorAll("[id]")) named.removeAttribute("id");
  document.getElementById("cards").append(card);
});
