/* The lenses at work, loaded with the first use of their bar: one lens at a time, and a day by which
   things could be known. Both stand in the address and are remembered; a “lens” event tells the
   other scripts of each change. */
(() => {
  const bar = document.querySelector(".lenses");
  if (!bar) return;
  const root = document.documentElement;
  const { lens: lenses, known } = bar.elements;
  const dating = bar.querySelector(".dating");
  const status = bar.querySelector("[role=status]");
  const legend = bar.querySelector(".of-known");
  const dated = [...document.querySelectorAll("[data-known], [data-who], .mentions > [class]")];
  const days = [...new Set(dated.map((item) => item.dataset.known).filter(Boolean))].sort();
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  let inFull = "";
  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !isNaN(Date.parse(text));
  const keys = { w: "who", h: "sure", o: "on-what" };

  const late = (day) => {
    for (const item of dated) {
      const since = item.dataset.known ?? "";
      item.classList.toggle("undated", Boolean(day) && !since);
      item.classList.toggle("later", Boolean(day) && since > day);
      item.dataset.days = day && since > day ? (Date.parse(since) - Date.parse(day)) / 864e5 : "";
    }
  };

  // By a day: in full, for who hears it, and in short, for the bar.
  const words = (day) => {
    if (!day) return ["", ""];
    const here = dated.filter((item) => !item.closest(".side-note"));
    const [later, silent] = ["later", "undated"].map(
      (state) => here.filter((item) => item.classList.contains(state)).length,
    );
    const told = `${here.length - later - silent} of ${here.length}`;
    return [
      `By ${format.format(new Date(day))}: ${told} could be known; ${later} only later; ` +
        `${silent} rest${silent === 1 ? "s" : ""} on no dated source.`,
      `${told} could be known, ${later} later, ${silent} ${lenses ? "∅ " : ""}undated`,
    ];
  };

  const show = (lens, day) => {
    root.dataset.lens = lens;
    if (!lens) delete root.dataset.lens;
    root.dataset.by = day;
    if (!day) delete root.dataset.by;
    if (lenses) lenses.value = lens;
    if (known) {
      if (known.value !== day) known.value = day;
      late(day);
      [inFull, legend.textContent] = words(day);
      bar.querySelector('[data-step="0"]').hidden = !day;
      dating.classList.toggle("set", Boolean(day));
    }
    document.dispatchEvent(new CustomEvent("lens", { detail: { lens, known: day } }));
  };

  const now = () => ({ lens: lenses?.value ?? "", known: root.dataset.by ?? "" });

  const choose = (changed) => {
    const { lens, known: day } = { ...now(), ...changed };
    const asked = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries({ lens, known: day })) {
      if (name in changed) stored(name, value);
      if (value) asked.set(name, value);
      else asked.delete(name);
    }
    const query = asked.size ? `?${asked}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
    show(lens, day);
    const name = lenses && bar.querySelector("input:checked + span").textContent;
    status.textContent = "known" in changed ? inFull || "Known by: any day." : `${name}.`;
  };

  const open = (isOpen) => {
    bar.classList.toggle("open", isOpen);
    dating.setAttribute("aria-expanded", isOpen);
  };

  const step = (by) => {
    const at = known.value;
    const next = by > 0 ? days.find((day) => day > at) : days.findLast((day) => day < at);
    choose({ known: by ? (at ? next : days.at(-1)) ?? at : "" });
  };

  bar.addEventListener("change", ({ target }) => {
    if (target.name === "lens") choose({ lens: target.value });
    else if (!target.value || isDay(target.value)) choose({ known: target.value });
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("click", ({ target }) => {
    if (target === dating) open(dating.getAttribute("aria-expanded") === "false");
    else if (target.dataset.step) step(Number(target.dataset.step));
  });
  document.addEventListener("single-key", ({ detail: key }) => {
    const lens = keys[key];
    if (lens && document.getElementById(`lens-${lens}`))
      choose({ lens: now().lens === lens ? "" : lens });
    if (key !== "k" || !known) return;
    open(true);
    known.focus();
  });

  const follow = () => {
    const asked = new URLSearchParams(location.search);
    const lens = asked.get("lens") ?? stored("lens");
    const day = asked.get("known") ?? stored("known");
    const offered = document.getElementById(`lens-${lens}`) ? lens : "";
    show(offered, known && isDay(day) ? day : "");
    if (known && root.dataset.by) open(true);
  };
  addEventListener("popstate", follow);
  follow();
})();
