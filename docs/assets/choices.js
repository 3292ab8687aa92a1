/* Remembers how a reader wants to read: size, width, colours, links. The style sheets do the rest,
   by what stands at the root of the page; that is set before anything is drawn. */
(() => {
  const root = document.documentElement;
  const radios = [...document.querySelectorAll(".choices input")];

  // A later mention is an anchor that leads nowhere until all links are wanted.
  const setLinks = () => {
    const { links } = root.dataset;
    for (const link of document.querySelectorAll(".md-content a.mention:not(svg a)")) {
      const address = link.getAttribute("href") ?? link.dataset.to;
      const leads = links === "all" || (links !== "none" && !link.classList.contains("again"));
      if (leads) link.href = address;
      else link.removeAttribute("href");
      if (leads) delete link.dataset.to;
      else link.dataset.to = address;
    }
  };

  for (const radio of radios) {
    radio.checked = radio.value === (stored(radio.name) ?? "");
    radio.addEventListener("change", () => {
      stored(radio.name, radio.value);
      if (radio.value) root.dataset[radio.name] = radio.value;
      else delete root.dataset[radio.name];
      document.dispatchEvent(new CustomEvent("chosen", { detail: radio.name }));
    });
  }
  document.addEventListener("chosen", ({ detail }) => detail === "links" && setLinks());
  if (root.dataset.links) setLinks();
})();
