/* The timeline: filters the list of events, orders it by one of three clocks, and keeps the view
   in the fragment of the address, so that it can be shared and the back button undoes a step. */
(() => {
  const form = document.querySelector(".timeline-controls");
  const list = document.querySelector(".timeline");
  if (!form || !list) return;

  const contents = list.querySelector(".contents");
  const years = [...list.querySelectorAll("section")];
  const items = [...list.querySelectorAll("li[data-kind]")];
  const marks = [...document.querySelectorAll(".strip a[data-entity]")];
  const hits = document.getElementById("hits");
  const filters = [...form.querySelectorAll("select")];
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const ORDERS = {
    article: {
      key: (item) => Number(item.dataset.paragraph || Infinity),
      heading: (item) => item.dataset.chapter || "Not told in the text",
    },
    source: {
      key: (item) => item.dataset.known || "9999",
      heading: (item) => item.dataset.known.slice(0, 4) || "No published source with a date",
    },
  };
  const home = new Map(items.map((item) => [item, item.parentElement]));
  let view = {};
  let shown = "event";
  let day = ""; // The day of the bar of lenses, by which things could be known.

  function readAddress() {
    const given = new URLSearchParams(location.hash.slice(1));
    const read = {};
    for (const { name } of filters) if (given.get(name)) read[name] = given.get(name);
    if (given.get("order") in ORDERS) read.order = given.get("order");
    return read;
  }

  function writeAddress(step) {
    const text = new URLSearchParams(view).toString();
    const address = location.href.split("#")[0] + (text && `#${text}`);
    history[step ? "pushState" : "replaceState"](null, "", address);
  }

  function fits(item) {
    return filters.every(
      ({ name }) => !view[name] || item.dataset[name].split(" ").includes(view[name]),
    );
  }

  function group(order) {
    const { key, heading } = ORDERS[order];
    const sections = new Map();
    const ordered = items
      .map((item) => [key(item), item])
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [, item] of ordered) {
      const words = heading(item);
      if (!sections.has(words)) {
        const section = document.createElement("section");
        section.id = `${order}-${sections.size + 1}`;
        section.append(document.createElement("h2"), document.createElement("ol"));
        section.firstChild.textContent = words;
        sections.set(words, section);
      }
      sections.get(words).lastChild.append(item);
    }
    return [...sections.values()];
  }

  function arrange(order) {
    if (order === shown) return;
    if (order === "event") for (const [item, year] of home) year.append(item);
    list.replaceChildren(contents, ...(order === "event" ? years : group(order)));
    shown = order;
  }

  function count() {
    const found = items.filter((item) => !item.hidden).length;
    let words = `${found} of ${items.length} events`;
    if (day) {
      const silent = items.filter((item) => fits(item) && !item.dataset.known).length;
      words += ` could be known by ${format.format(new Date(day))}.`;
      if (silent)
        words += ` Left out: ${silent} for which no published source with a date is cited.`;
    }
    return found ? words : `No event is left: 0 of ${items.length}.`;
  }

  function fillControls() {
    for (const select of filters) {
      const wanted = view[select.name] || "";
      if (![...select.options].some((option) => option.value === wanted))
        select.add(new Option(`${wanted} (0)`, wanted));
      select.value = wanted;
    }
    form.elements.order.value = view.order || "event";
  }

  function show() {
    arrange(view.order || "event");
    for (const item of items) {
      const { known } = item.dataset;
      item.hidden = !fits(item) || (Boolean(day) && !(known && known <= day));
    }
    for (const mark of marks) {
      const item = document.getElementById(mark.getAttribute("href").slice(1));
      mark.classList.toggle("out", Boolean(item?.hidden));
    }
    const sections = [...list.querySelectorAll("section")];
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    contents.replaceChildren(
      ...sections
        .filter((section) => !section.hidden)
        .map((section) => {
          const link = document.createElement("a");
          link.href = `#${section.id}`;
          link.textContent = section.querySelector("h2").textContent;
          return link;
        }),
    );
    fillControls();
    hits.textContent = count();
  }

  function followAddress() {
    const named = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (!named) view = readAddress();
    else if (named.hidden) view = {};
    show();
    if (!list.contains(named)) return;
    const row = named.querySelector(":scope > details");
    if (row) row.open = true;
    named.scrollIntoView();
  }

  function change(next, step) {
    view = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
    writeAddress(step);
    show();
  }

  document.addEventListener("lens", ({ detail: { known } }) => {
    day = known;
    show();
  });
  form.addEventListener("change", ({ target }) => {
    change({ ...view, [target.name]: target.value === "event" ? "" : target.value }, true);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    change({}, true);
  });
  contents.addEventListener("click", (event) => {
    const section = event.target.hash && document.getElementById(event.target.hash.slice(1));
    if (!section) return;
    event.preventDefault(); // The address holds the view.
    const heading = Object.assign(section.querySelector("h2"), { tabIndex: -1 });
    heading.focus({ preventScroll: true });
    section.scrollIntoView();
    // Again when it has come near: only then has all around it its true height.
    setTimeout(() => section.scrollIntoView(), 50);
  });
  window.addEventListener("popstate", followAddress);

  form.hidden = false;
  followAddress();
})();
