/* Adds “copy citation” to the tools of each paragraph: in words, then in the forms of programs. */
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

  // The address of the paragraph at the publisher: its end finds the words.
  const originalOf = (paragraph) =>
    paragraph.querySelector(".margin a[href*=':~:text=']")?.href ?? shelf.dataset.address ?? "";

  const selectedIn = (paragraph) => {
    const selection = getSelection();
    const inside = selection.rangeCount && paragraph.contains(selection.anchorNode);
    return inside && paragraph.contains(selection.focusNode) ? selection.toString().trim() : "";
  };

  const inWords = (paragraph) => {
    const { cite, address } = shelf.dataset;
    const number = cite.replace("¶", `¶${paragraph.id.slice(1)}`);
    const whole = address ? number.replace(address, originalOf(paragraph)) : number;
    const words = selectedIn(paragraph);
    const retold = words ? `“${words}” (a retelling, not the words of the article): ` : "";
    return `${retold}${whole}${addressOf(paragraph.id)}.`;
  };

  const inForm = (form) => (paragraph) =>
    form
      .replaceAll("⟦number⟧", paragraph.id.slice(1))
      .replaceAll("⟦original⟧", originalOf(paragraph))
      .replaceAll("⟦here⟧", addressOf(paragraph.id));

  const add = (margin, name, textOf, then) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tool";
    button.textContent = name;
    // Pressed with a pointer, it leaves selected what is selected.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(textOf(margin.parentElement));
      button.textContent = "copied";
      setTimeout(() => {
        button.textContent = name;
      }, 2000);
      then?.();
    });
    button.setAttribute("aria-live", "polite");
    margin.append(button);
  };

  for (const margin of document.querySelectorAll("p[id] > .margin")) {
    const { bibtex, ris } = shelf.dataset;
    let more = bibtex && ris;
    add(margin, "copy citation", inWords, () => {
      if (!more) return;
      more = false;
      add(margin, "as BibTeX", inForm(bibtex));
      add(margin, "as RIS", inForm(ris));
    });
  }
})();
