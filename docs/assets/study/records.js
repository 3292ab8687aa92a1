/* Records of a reader, which stay on the device: notes by paragraph, answers by question. Each kind
   is one value of the storage. Whoever changes one is heard by all through the event “recorded”. */
const records = {
  KINDS: ["notes", "answers"],

  // All records of a kind by id; none where the value is not ours.
  of(kind) {
    try {
      const found = JSON.parse(stored(kind) ?? "{}");
      return found && typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch {
      return {};
    }
  },

  // Keeps a record, or takes it away where it is null; tells whether the browser kept it.
  set(kind, id, record) {
    const all = { ...records.of(kind), [id]: record };
    if (record === null) delete all[id];
    const text = Object.keys(all).length ? JSON.stringify(all) : "";
    const isKept = (stored(kind, text) ?? "") === text;
    document.dispatchEvent(new CustomEvent("recorded", { detail: kind }));
    return isKept;
  },

  count: (kind) => Object.keys(records.of(kind)).length,

  erase() {
    for (const kind of records.KINDS) {
      stored(kind, "");
      document.dispatchEvent(new CustomEvent("recorded", { detail: kind }));
    }
  },
};

// Where a paragraph stands, given by its number, as this page reaches it.
const addressOfParagraph = (number) => {
  const [, page = ""] = chapterStarts.findLast(([first]) => first <= number) ?? [];
  return `${document.getElementById("cards").dataset.root}${page}#p${number}`;
};
