/* Light or dark: as the machine is set, also when that changes, until a reader chooses. */
(() => {
  const root = document.documentElement;
  const header = document.querySelector(".md-header");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const bar = document.head.appendChild(document.createElement("meta"));
  bar.name = "theme-color";

  const show = () => {
    root.dataset.mdColorScheme = stored("scheme") || (dark.matches ? "slate" : "default");
    bar.content = getComputedStyle(header).backgroundColor;
  };

  document.addEventListener("chosen", ({ detail }) => detail === "scheme" && show());
  dark.addEventListener("change", show);
  bar.content = getComputedStyle(header).backgroundColor;
})();
