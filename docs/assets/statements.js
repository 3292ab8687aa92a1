/* The page of all statements: filters its rows, keeps the selection in the query of the address,
   which works from a disk too, and copies what is shown as CSV. */
(() => {
  const form = document.querySelector(".asking");
  const table = document.querySelector("table.statements");
  if (!form || !table) return;

  const rows = [...table.querySelectorAll("tbody tr:not(.chapter)")];
  const chapters = [...table.querySelectorAll("tbody")];
  const fields = [...form.elements].filter(({ name }) => name);
  const selects = fields.filter(({ localName }) => localName === "select");
  const named = selects.filter(({ name }) => ["place", "actor"].includes(name));
  const hits = document.getElementById("hits");
  const copy = document.getElementById("copy-csv");

  // As the search does: no accents, no apostrophes, hyphens as spaces.
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}|['’‘`ʿʾʼ]/gu, "")
      .replace(/[-‐‑\s]+/g, " ")
      .toLowerCase()
      .trim();
  const texts = new Map(
    rows.map((row) => [row, fold(row.cells[0].innerText + " " + row.cells[1].innerText)]),
  );
  const names = named.flatMap((select) =>
    [...select.options]
      .filter(({ value }) => value)
      .map((option) => ({
        facet: select.name,
        id: option.value,
        words: fold(`${option.text} ${option.dataset.also}`),
      })),
  );

  const has = (row, facet, id) => (row.dataset[facet] || "").split(" ").includes(id);
  const isUnnamed = (row, ids) => ids.some((id) => has(row, "unnamed", id));

  function asks(text) {
    const wanted = fold(text);
    if (!wanted) return () => true;
    const called = names.filter(({ words }) => ` ${words} `.includes(` ${wanted}`));
    const parts = wanted.split(" ");
    return (row) =>
      parts.every((part) => texts.get(row).includes(part)) ||
      called.some(({ facet, id }) => has(row, facet, id));
  }

  function show() {
    const given = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    const inText = asks(given.text);
    const things = [given.place, given.actor, given.event].filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits =
        selects.every(({ name, value }) => !value || has(row, name, value)) &&
        (!given.known || (row.dataset.known && row.dataset.known <= given.known)) &&
        inText(row);
      row.hidden = !fits;
      row.classList.toggle("unnamed", isUnnamed(row, things));
      count += fits;
    }
    for (const chapter of chapters) {
      const all = chapter.querySelectorAll("tr:not(.chapter)");
      const left = [...all].filter((row) => !row.hidden).length;
      chapter.hidden = !left;
      chapter.querySelector(".count").textContent =
        left === all.length ? left : `${left} of ${all.length}`;
    }
    let words =
      count === rows.length ? `${count} statements` : `${count} of ${rows.length} statements`;
    if (given.known) words += "; those without a dated source are left out";
    if (hits.textContent !== words) hits.textContent = words;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = query.get(field.name) || "";
      // A value that nothing has must not pass for “any”.
      if (field.value !== (query.get(field.name) || "") && field.localName === "select") {
        field.add(new Option(`${query.get(field.name)} (0)`, query.get(field.name)));
        field.value = query.get(field.name);
      }
    }
    show();
  }

  function write() {
    const given = fields.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const query = new URLSearchParams(given).toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`));
    show();
  }

  // A cell that begins like a formula would be one in a spreadsheet.
  const cell = (text) => {
    const plain = text.replace(/\s+/g, " ").trim();
    return `"${(/^[=+\-@]/.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
  };

  function csv() {
    const head = ["id", ...[...table.tHead.rows[0].cells].map((one) => one.textContent)];
    const lines = rows
      .filter((row) => !row.hidden)
      .map((row) => [
        row.querySelector("a").title,
        row.cells[0].textContent,
        (row.querySelector(".text b") ?? row.querySelector(".text").firstChild).textContent,
        ...[...row.cells].slice(2).map((one) => one.innerText),
      ]);
    return [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  async function give() {
    const text = csv();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page from a disk may not use the clipboard everywhere.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      copy.focus();
    }
    const words = hits.textContent;
    hits.textContent = "Copied";
    setTimeout(() => {
      if (hits.textContent === "Copied") hits.textContent = words;
    }, 2000);
  }

  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  copy.addEventListener("click", give);
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
