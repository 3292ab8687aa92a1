/* The three clocks: brings out one event, in the drawing and in the table, and filters both. The
   choice stands in the fragment of the address, so that it can be shared. */
(() => {
  const clocks = document.querySelector(".clocks");
  const form = clocks?.querySelector("form");
  if (!form) return;

  const rows = [...clocks.querySelectorAll("tr[data-event]")];
  const lines = [...clocks.querySelectorAll("svg a[data-entity], svg [data-of]")];
  const filters = [...form.querySelectorAll("select")];
  const caption = clocks.querySelector("figcaption");
  const byEvent = new Map(rows.map((row) => [row.dataset.event, [row]]));
  for (const line of lines) byEvent.get(line.dataset.entity ?? line.dataset.of).push(line);
  let lit = "";
  let day = ""; // The day of the bar of lenses, by which things could be known.

  const light = (id) => {
    if (id === lit) return;
    for (const part of byEvent.get(lit) ?? []) part.classList.remove("lit");
    lit = byEvent.has(id) ? id : "";
    const parts = byEvent.get(lit) ?? [];
    for (const part of parts) part.classList.add("lit");
    clocks.classList.toggle("has-lit", parts.length > 1);
    const cells = parts.length ? [...parts[0].cells].map((cell) => cell.innerText) : [];
    caption.textContent = cells.filter(Boolean).join(" · ");
  };
  const eventOf = (node) =>
    node.closest?.("svg a[data-entity]")?.dataset.entity ?? node.closest?.("tr")?.dataset.event;
  const follow = ({ target }) => light(eventOf(target) ?? eventOf(document.activeElement) ?? "");
  for (const type of ["pointerover", "focusin"]) clocks.addEventListener(type, follow);
  clocks.addEventListener("pointerleave", () => light(eventOf(document.activeElement) ?? ""));

  const show = () => {
    const view = new URLSearchParams(location.hash.slice(1));
    for (const select of filters) {
      select.value = view.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    for (const row of rows) {
      const { known } = row.dataset;
      row.hidden =
        filters.some(({ name, value }) => value && row.dataset[name] !== value) ||
        (day !== "" && !(known && known <= day));
      for (const line of byEvent.get(row.dataset.event).slice(1))
        line.classList.toggle("out", row.hidden);
    }
    const left = rows.filter((row) => !row.hidden).length;
    form.querySelector("output").textContent =
      left === rows.length ? `${left} events` : `${left} of ${rows.length} events`;
  };
  const choose = (chosen) => {
    const view = new URLSearchParams(chosen.filter(([, value]) => value)).toString();
    history.pushState(null, "", location.href.split("#")[0] + (view && `#${view}`));
    show();
  };
  form.addEventListener("change", () => choose(filters.map(({ name, value }) => [name, value])));
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose([]);
  });
  document.addEventListener("lens", ({ detail: { known } }) => {
    day = known;
    show();
  });
  window.addEventListener("popstate", show);

  form.hidden = false;
  show();
})();
