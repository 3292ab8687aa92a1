/* Light or dark: as the machine is set, also when that changes, until a reader chooses. */
(() => {
  const { body, documentElement: root } = document;
  const header = document.querySelector(".md-header");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const bar = document.head.appendChild(document.createElement("meta"));
  bar.name = "theme-color";

  const show = (scheme) => {
    body.dataset.mdColorScheme = scheme;
    root.style.colorScheme = scheme === "slate" ? "dark" : "light";
    bar.content = getComputedStyle(header).backgroundColor;
  };

  document.querySelector(".scheme-button").addEventListener("click", () => {
    const scheme = body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    stored("scheme", scheme);
    show(scheme);
  });
  dark.addEventListener("change", () => {
    if (!stored("scheme")) show(dark.matches ? "slate" : "default");
  });
  bar.content = getComputedStyle(header).backgroundColor;
})();
