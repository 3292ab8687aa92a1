/* The page before and the page after, at a single key; code that is too wide, in reach of the
   keyboard; what the links of headings are for. */
(() => {
  const KEYS = { p: "prev", ",": "prev", n: "next", ".": "next" };
  document.addEventListener("single-key", ({ detail: key }) => {
    const link = KEYS[key] && document.querySelector(`link[rel=${KEYS[key]}]`);
    if (link) location.assign(link.href);
  });

  for (const code of document.querySelectorAll("pre > code"))
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;

  for (const link of document.querySelectorAll(".headerlink"))
    link.title = "Permanent link to this heading";
})();
