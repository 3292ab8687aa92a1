/* The page of a reader’s own notes and answers: lists, files to take along, and back in again.
   It stands in the page above the scripts that it calls, so it waits for them. */
addEventListener("DOMContentLoaded", () => {
  const ID = { notes: /^p\d{1,4}$/, answers: /^c\d{1,3}-q\d{1,3}$/ };
  const LONGEST = 20000; // letters of a note
  const list = document.querySelector(".own-notes");
  const status = document.querySelector(".own-status");
  const numberOf = (id) => +id.slice(1);
  const notes = () =>
    Object.entries(records.of("notes"))
      .filter(([id, note]) => ID.notes.test(id) && typeof note?.text === "string")
      .sort(([one], [other]) => numberOf(one) - numberOf(other));

  const show = () => {
    list.replaceChildren(
      ...notes().map(([id, note]) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = addressOfParagraph(numberOf(id));
        link.textContent = `¶${numberOf(id)}`;
        item.append(link, ` ${note.text}`);
        return item;
      }),
    );
    document.querySelector(".own-none").hidden = list.childElementCount > 0;
    const answers = records.of("answers");
    for (const chapter of document.querySelectorAll(".own-answers li")) {
      const ids = chapter.dataset.questions.split(" ");
      const known = ids.filter((id) => answers[id]?.knew === "yes").length;
      const asked = ids.filter((id) => answers[id]).length;
      chapter.querySelector(".count").textContent = asked
        ? `${known} of ${ids.length} known, ${ids.length - asked} not yet asked`
        : "not yet begun";
    }
  };

  // A page opened from a disk has no address that would serve another reader: only its path then.
  const sourceOf = (id) => {
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const base = canonical ?? (location.protocol === "file:" ? "" : location.href);
    const [page] = addressOfParagraph(numberOf(id)).split("#");
    return base ? new URL(page, base).href : page.replace(/^(\.\.\/)+/, "");
  };
  // https://www.w3.org/TR/annotation-model/
  const annotation = ([id, note]) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${sourceOf(id)}#note-on-${id}`,
    type: "Annotation",
    motivation: "commenting",
    modified: note.on,
    body: { type: "TextualBody", value: note.text, format: "text/plain" },
    target: {
      source: sourceOf(id),
      selector: {
        type: "FragmentSelector",
        conformsTo: "http://tools.ietf.org/rfc/rfc3236",
        value: id,
      },
    },
  });
  const markdown = () => {
    const parts = notes().map(([id, note]) => `## ¶${numberOf(id)}\n\n${note.text}\n`);
    return [`# ${document.title}\n`, ...parts].join("\n");
  };
  const asText = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const files = {
    "notes.jsonld": ["application/ld+json", () => asText(notes().map(annotation))],
    "notes.md": ["text/markdown", markdown],
    "answers.json": ["application/json", () => asText({ answers: records.of("answers") })],
  };
  for (const button of document.querySelectorAll("[data-file]"))
    button.addEventListener("click", () => {
      const [type, text] = files[button.dataset.file];
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text()], { type }));
      link.download = button.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });

  // What a file holds, as [kind, id, record]; what has another form is left out.
  const found = (value) => {
    const annotations = Array.isArray(value) ? value : (value?.items ?? []);
    const noted = annotations.map((one) => {
      const id = one?.target?.selector?.value ?? String(one?.target ?? "").split("#")[1];
      return ["notes", id, { text: one?.body?.value, on: one?.modified ?? "" }];
    });
    const answered = Object.entries(value?.answers ?? {}).map(([id, answer]) => [
      "answers",
      id,
      { knew: answer?.knew, on: answer?.on ?? "" },
    ]);
    return [...noted, ...answered].filter(
      ([kind, id, { text, knew, on }]) =>
        ID[kind].test(id ?? "") &&
        typeof on === "string" &&
        (kind === "notes"
          ? typeof text === "string" && text.trim() && text.length <= LONGEST
          : knew === "yes" || knew === "no"),
    );
  };
  document.querySelector(".own-file").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    let value = null;
    try {
      value = JSON.parse(await file.text());
    } catch {
      status.textContent = `${file.name} cannot be read. Choose a file that this page has written.`;
      return;
    } finally {
      target.value = "";
    }
    const all = found(value);
    const newer = all.filter(([kind, id, { on }]) => !(records.of(kind)[id]?.on >= on));
    const isKept = newer.map((record) => records.set(...record)).every(Boolean);
    status.textContent = isKept
      ? `${newer.length} taken in, ${all.length - newer.length} left as they are here.`
      : "This browser keeps nothing.";
  });
  document
    .querySelector(".own-erase")
    .addEventListener("click", () => document.querySelector(".forget").click());
  document.addEventListener("recorded", show);
  show();
});
