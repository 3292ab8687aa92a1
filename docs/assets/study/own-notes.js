/* Own notes: a button at each paragraph opens a field below it, whose text stays on the device. */
(() => {
  const WAIT = 400; // milliseconds after the last key until a note is kept
  const open = (paragraph) => {
    const number = paragraph.id.slice(1);
    const field = document.createElement("textarea");
    const label = document.createElement("label");
    const printed = document.createElement("p");
    const whole = document.createElement("div");
    whole.className = "own-note";
    whole.id = `note-on-${paragraph.id}`;
    field.id = `field-${paragraph.id}`;
    label.htmlFor = field.id;
    const name = `Your note on ¶${number}`;
    label.textContent = `${name}, kept on this device only`;
    printed.className = "printed";
    const note = records.of("notes")[paragraph.id];
    field.value = printed.textContent = note?.text ?? "";
    let waiting = 0;
    const keep = () => {
      clearTimeout(waiting);
      if (!whole.isConnected) return;
      const before = records.of("notes")[paragraph.id];
      const text = field.value.trim();
      if (text === (before?.text ?? "")) return;
      const on = new Date().toISOString();
      const isKept = records.set("notes", paragraph.id, text ? { text, on } : null);
      if (!isKept) label.textContent = `${name}: this browser keeps nothing, so copy it yourself`;
      printed.textContent = text;
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, WAIT);
    });
    field.addEventListener("blur", keep);
    addEventListener("pagehide", keep);
    whole.append(label, field, printed);
    paragraph.after(whole);
    return field;
  };

  for (const margin of document.querySelectorAll("p[id] > .margin")) {
    const paragraph = margin.parentElement;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tool";
    button.textContent = "note";
    button.setAttribute("aria-label", `Your note on ¶${paragraph.id.slice(1)}`);
    button.addEventListener("click", () => {
      const field = document.getElementById(`field-${paragraph.id}`) ?? open(paragraph);
      field.focus();
    });
    margin.append(button);
    if (records.of("notes")[paragraph.id]) open(paragraph);
  }

  // Erased elsewhere on the page: no field may bring the note back.
  document.addEventListener("recorded", ({ detail }) => {
    if (detail !== "notes") return;
    const notes = records.of("notes");
    for (const field of document.querySelectorAll(".own-note textarea"))
      if (field !== document.activeElement && !notes[field.id.slice("field-".length)])
        field.closest(".own-note").remove();
  });
})();
