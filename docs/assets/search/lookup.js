/* The look-up: what a query finds among the names of entries, then in the text.
   Loaded with the names when a reader turns to the search. */
(() => {
  const { kinds, numbered, entries: records, statements, paragraphs, notes, sources } = window.searchNames;
  const { fold, joined, stem, variants, alike, isNumber, isOfNation, isSlip, small } = window.searchWords;
  const { question, ofItself, several, month } = window.searchAsked;
  const { inText, isWord, readText, excerpt } = window.searchPassages;
  const EXACT = 90;
  const SHORT = "short"; // slips of words of four and five letters too
  // How much must be found of what is asked where nothing has all of it: more, where the guide
  // lacks one of the words altogether.
  const MOST = { known: 0.5, unknown: 0.6 };
  // A title, or what a remark is called, holds many words: what is told of comes before it.
  const TITLED = { remark: 0.3, source: 0.3 };
  // “Who” asks for a person or a group, “when” for an event: that comes before what is as near.
  const ANSWERS = 1.2;
  // What holds a word in two fields, or in two forms, holds it a little better.
  const both = (one, other) => Math.max(one, other) + 0.02 * Math.min(one, other);
  const FIELDS = { name: 1, form: 0.95, related: 0.5, line: 0.45 };
  // A statement has an id, which tells its paragraph or note, and nothing else.
  const place = (id) => id.replace(/^p(\d+)-.*/, "¶$1").replace(/^n([a-z]+)-.*/, "note $1");
  const said = Object.entries(statements).flatMap(([page, ids]) =>
    ids.split(" ").map((id) => [kinds.indexOf("statement"), id, `${page}#${id}`, "", place(id)]),
  );
  const [PARAGRAPH, NOTE, SOURCE] = ["paragraph", "note", "source"].map((kind) => kinds.indexOf(kind));
  const told = paragraphs.flatMap(([page, title, ...listed]) =>
    listed.map(([number, line]) => [PARAGRAPH, `¶${number}`, `${page}#p${number}`, line, title]),
  );
  const [pages, ...cited] = sources;
  const titles = new Map(cited.map(([key, , title]) => [key, fold(title)]));
  // The notes that cite each source.
  const citing = new Map(cited.map(([key]) => [key, []]));
  const noted = notes.flatMap(([page, ...listed]) =>
    listed.map(([number, paragraph, line, ...keys]) => {
      for (const key of keys) citing.get(key)?.push(`note ${number}`);
      const related = keys.map((key) => titles.get(key) ?? "").join(" ");
      const url = page && `${page}#fn:${number}`;
      return [NOTE, `Note ${number}`, url, line, `¶${paragraph}`, 0, "", "", related];
    }),
  );
  const NAMED = 4; // notes of a source that are listed, before the rest is counted
  const listed = (all) =>
    all.slice(0, NAMED).join(", ") + (all.length > NAMED ? ` and ${all.length - NAMED} more` : "");
  const published = cited.map(([key, page, title, place, ...authors]) => {
    const [by, url] = [citing.get(key), pages[page] && `${pages[page]}#${key}`];
    const line = [authors.join("; "), place].filter(Boolean).join(", ");
    // A plain word stays as it is.
    const others = /^[a-z0-9]+$/.test(key) ? [key, ...authors.map(fold)] : [key, ...authors].map(fold);
    const forms = [...new Set(others)].join("|");
    return [SOURCE, title, url, line, listed(by), by.length, forms, "", "", titles.get(key)];
  });
  // What no page shows has no address.
  const many = [...told, ...noted, ...published].filter(([, , url]) => url);
  // A letter says nothing by itself, but a number does.
  const typed = (name, words) => {
    const [number] = name.match(/[\p{L}\p{N}]+$/u);
    return [...words.split(" ").map((word) => `${word} ${number}`), isNumber(number) ? number : ""];
  };
  const entries = [...records, ...many, ...said].map((record) => {
    const [kind, name, url, line = "", where = "", weight = 0, forms = "", arabic = ""] = record;
    const words = numbered[kinds[kind]];
    const others = words ? typed(name, words) : forms.split("|");
    const all = [record[9] ?? fold(name), ...others.filter(Boolean)];
    return {
      kind: kinds[kind], order: kind, name, url, line, where, weight, arabic,
      forms: all, squashed: all.map(joined), related: record[8] ?? "",
    }; // prettier-ignore
  });
  const pageOf = new Map(
    entries
      .filter(({ kind }) => kind === "page")
      .flatMap((entry) => entry.squashed.map((form) => [form, entry])),
  );
  const byUrl = new Map(entries.map((entry) => [entry.url, entry]));

  // For each word, the entries that hold it, each with the weight of the field.
  const postings = new Map();
  const post = (words, entry, field) => {
    for (const word of words.split(" ")) {
      if (!word || (field !== FIELDS.name && small.has(word))) continue;
      if (!postings.has(word)) postings.set(word, new Map());
      const held = postings.get(word);
      held.set(entry, both(held.get(entry) ?? 0, field));
    }
  };
  for (const entry of entries) {
    entry.forms.forEach((form, at) => post(form, entry, at ? FIELDS.form : FIELDS.name));
    post(entry.related, entry, FIELDS.related);
    post(fold(entry.line), entry, FIELDS.line);
  }

  function nearness(asked, word, slips) {
    if (asked === word) return 1;
    // The beginning of a number is another number.
    if (isNumber(asked)) return 0;
    if (stem(asked) === stem(word)) return 0.92;
    const others = variants(asked);
    if (others.includes(word)) return 0.85;
    if (isOfNation(asked, word)) return 0.8;
    if (alike(asked).includes(word)) return 0.6;
    if (asked.length > 1 && word.startsWith(asked)) return 0.4 + (0.35 * asked.length) / word.length;
    if (!slips) return 0;
    return isSlip(asked, word) || others.some((one) => isSlip(one, word)) ? 0.4 : 0;
  }

  // The entries that hold a word, each with how well; and the words that it was taken for.
  function held(asked, slips) {
    const found = new Map();
    const taken = [];
    for (const [word, holders] of postings) {
      const near = nearness(asked, word, slips);
      if (!near) continue;
      taken.push(word);
      for (const [entry, field] of holders)
        found.set(entry, both(found.get(entry) ?? 0, near * field));
    }
    const rarity = Math.log(1 + entries.length / Math.max(found.size, 1));
    return { asked, found, taken, rarity };
  }

  // How much of a form the words cover, at best.
  function coverage(entry, parts) {
    const covers = (word) => parts.some(({ taken }) => taken.includes(word));
    return Math.max(
      ...entry.forms.map((form) => {
        const words = form.split(" ");
        const said = words.filter((word) => !small.has(word));
        return said.filter(covers).length / Math.max(said.length, parts.length, 1);
      }),
    );
  }

  function exactly(entry, asked, slips, said) {
    const at = entry.squashed.indexOf(asked);
    if (at >= 0) return at ? EXACT : EXACT + 10;
    if (said.length > 3 && entry.squashed.includes(said)) return EXACT - 10;
    if (asked.length > 3 && entry.squashed.some((form) => form.startsWith(asked))) return 3;
    if (!slips || /\p{N}/u.test(asked)) return 0;
    // A short word is a slip of a whole name only where nothing else is found, its first letter right.
    const mayBe = (form) =>
      isSlip(asked, form) ||
      (slips === SHORT && form[0] === asked[0] && form.length > 3 && isSlip(asked, form, 4));
    return entry.squashed.some(mayBe) ? 3 : 0;
  }

  // Every entry that the words find: its score, whether all words do, and the share they have.
  function ranked(folded, words, slips, { kinds: answering, told }) {
    const parts = words.map((word) => held(word, slips));
    const total = parts.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const asked = joined(folded);
    const said = words.join("");
    const hits = [];
    for (const entry of entries) {
      const exact = asked ? exactly(entry, asked, slips, said) : 0;
      const has = parts.filter(({ found }) => found.has(entry));
      if (!exact && !has.length) continue;
      // A statement has an id for a name: whoever types half of one means its paragraph.
      if (entry.kind === "statement" && exact < EXACT) continue;
      const score = has.reduce((sum, { found, rarity }) => sum + rarity * found.get(entry), 0);
      const share = has.reduce((sum, { rarity }) => sum + rarity, 0) / total;
      hits.push({
        entry,
        score:
          exact + score / total + coverage(entry, parts) - (TITLED[entry.kind] ?? 0) +
          (answering.includes(entry.kind) ? ANSWERS : 0) +
          (told?.test(` ${entry.forms[0]} `) ? ANSWERS : 0), // prettier-ignore
        isExact: exact >= EXACT - 10,
        isWhole: Boolean(exact) || has.length === parts.length,
        share,
      });
    }
    hits.sort(
      (a, b) =>
        b.score - a.score || b.entry.weight - a.entry.weight || a.entry.order - b.entry.order,
    );
    return { hits, taken: parts.map(({ taken }) => taken) };
  }

  const whole = (hits) => hits.filter((hit) => hit.isWhole);

  // What has most of the words, where nothing has all of them.
  function most(direct, text, words) {
    const isKnown = (word, at) => direct.taken[at].length > 0 || isWord(word);
    const least = words.every(isKnown) ? MOST.known : MOST.unknown;
    const isMost = (hit) => hit.share >= least && words.length > 1;
    return { chosen: direct.hits.filter(isMost), texts: text.filter(isMost), textFirst: false };
  }

  // Entries and sections that have all words; else with slips; else most words; else a short slip.
  function matched(folded, words, asked) {
    const direct = ranked(folded, words, false, asked);
    const isExact = direct.hits[0]?.isExact ?? false;
    const text = inText(folded, words);
    let texts = whole(text);
    if (whole(direct.hits).length)
      return { chosen: whole(direct.hits), texts, textFirst: false, isExact };
    const slips = ranked(folded, words, true, asked);
    let chosen = whole(slips.hits);
    if (texts.length) return { chosen, texts, textFirst: true, isExact };
    if (chosen.length)
      return { chosen, texts: whole(inText(folded, words, slips.taken)), textFirst: false, isExact };
    const found = most(direct, text, words);
    if (found.chosen.length || found.texts.length) return { ...found, isExact };
    chosen = ranked(folded, words, SHORT, asked).hits.filter((hit) => hit.score >= 3);
    return { chosen, texts, textFirst: false, isExact };
  }

  // What a query means beside its words: a page on the guide itself, first; the month of a day, last.
  function meant(folded, { chosen, texts, textFirst, isExact }) {
    const named = chosen.map(({ entry }) => entry);
    const page = isExact ? undefined : pageOf.get(joined(ofItself(folded)));
    const asked = month(folded);
    const ofDay = asked && entries.find(({ kind, squashed }) => kind === "month" && squashed.includes(asked));
    const all = [...new Set([page, ...named, ofDay])].filter(Boolean);
    return { entries: all, texts, textFirst: textFirst && !page };
  }

  // Of several numbers each has its own entry.
  function eachOf(queries, folded) {
    const found = queries.map(lookUp);
    return {
      words: folded.split(" "),
      entries: found.flatMap((one) => one.entries.slice(0, 1)),
      texts: found.flatMap((one) => one.texts),
      textFirst: false,
    };
  }

  // What a query finds: entries, and sections of the text, each group in order; and which is first.
  function lookUp(query) {
    const folded = fold(query);
    const queries = several(folded);
    if (queries.length) return eachOf(queries, folded);
    const asked = question(folded);
    const said = asked.rest.split(" ").filter(Boolean);
    const content = said.filter((word) => !small.has(word));
    const words = content.length ? content : said;
    if (!words.length) return { words, entries: [], texts: [], textFirst: false };
    const found = meant(folded, matched(folded, words, asked));
    const shown = new Set(found.entries.slice(0, 10).map(({ url }) => url));
    const isNew = ({ section }) => !shown.has(section.url) && !shown.has(section.page);
    return { ...found, words, texts: found.texts.filter(isNew) };
  }

  window.lookUp = { find: lookUp, readText, excerpt, entryAt: (url) => byUrl.get(url) };
})();
