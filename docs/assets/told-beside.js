/* A remark is sent once, beside its paragraph: under a note its words are put when it is opened. */
(() => {
  const tell = (row) => {
    const link = row?.querySelector(":scope > .told .told-beside");
    const told = link && document.getElementById(link.hash.slice(1));
    if (!told) return;
    const again = told.cloneNode(true);
    for (const named of [again, ...again.querySelectorAll("[id]")]) named.removeAttribute("id");
    link.closest(".told").replaceWith(again);
  };
  // Before it opens; or, where a printer or an address opens it, after.
  document.addEventListener("click", ({ target }) => tell(target.closest("summary")?.parentElement));
  document.addEventListener("toggle", ({ target }) => target.open && tell(target), true);
})();
