/* Filters the remarks of the audit; what is chosen stands in the address. */
(() => {
  const form = document.querySelector(".audit-filters");
  if (!form) return;
  const fields = [...form.querySelectorAll("[name]")];
  const hits = document.getElementById("hits");

  // An entry is its heading and what follows it, up to the next one.
  const entries = [...document.querySelectorAll("h3.entry")].map((heading) => {
    const parts = [heading];
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches("h1, h2, h3")) break;
      parts.push(next);
    }
    const words = parts.map((part) => part.textContent).join(" ");
    return { heading, parts, words: fold(words) };
  });
  const sections = [...document.querySelectorAll("h2[id^=weight-]")];

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’ʿ]/g, "'").toLowerCase();
  }

  const fits = ({ heading, words }) =>
    fields.every(({ name, value }) => {
      if (!value) return true;
      return name === "subject" ? words.includes(fold(value)) : heading.classList.contains(value);
    });

  const show = () => {
    let count = 0;
    const full = new Set();
    for (const entry of entries) {
      const isKept = fits(entry);
      count += isKept;
      if (isKept) full.add([...entry.heading.classList].find((name) => isWeight(name)));
      for (const part of entry.parts) part.hidden = !isKept;
    }
    for (const section of sections) section.hidden = !full.has(section.id.slice("weight-".length));
    hits.value = `${count} remark${count === 1 ? "" : "s"}`;
  };
  const isWeight = (name) => document.getElementById(`weight-${name}`);

  const write = () => {
    const chosen = new URLSearchParams();
    for (const { name, value } of fields) if (value) chosen.set(name, value);
    const query = chosen.size ? `?${chosen}` : "";
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) field.value = asked.get(field.name) ?? "";
    show();
  };

  form.addEventListener("input", () => {
    show();
    write();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      show();
      write();
    }),
  );
  form.addEventListener("submit", (event) => event.preventDefault());

  // Who follows a link to a remark sees it, whatever is chosen.
  const seek = () => {
    const id = location.hash.slice(1);
    const target = id ? document.getElementById(id) : null;
    if (!target?.hidden) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  };
  addEventListener("hashchange", seek);
  addEventListener("popstate", read);

  form.hidden = false;
  read();
  seek();
})();
