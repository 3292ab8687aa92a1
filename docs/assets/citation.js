/* Adds “copy citation” to the tools of each paragraph. */
(() => {
  const shelf = document.getElementById("cards");
  if (!shelf?.dataset.cite || !navigator.clipboard) return;

  // A page opened from a disk has no address that would serve another reader.
  const addressOf = (id) => {
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const here = location.protocol === "file:" ? "" : location.href.split("#")[0];
    const address = canonical || here;
    return address ? `, ${address}#${id}` : "";
  };

  const citationOf = (id) =>
    `${shelf.dataset.cite.replace("¶", `¶${id.slice(1)}`)}${addressOf(id)}.`;

  for (const paragraph of document.querySelectorAll("p[id] > .margin")) {
    const id = paragraph.parentElement.id;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tool";
    button.textContent = "copy citation";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(citationOf(id));
      button.textContent = "copied";
      setTimeout(() => {
        button.textContent = "copy citation";
      }, 2000);
    });
    button.setAttribute("aria-live", "polite");
    paragraph.append(button);
  }
})();
