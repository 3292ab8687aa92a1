/* The look-up: what a query finds among the names of entries, then in the text.
   Loaded with the names when a reader turns to the search. */
(() => {
  const { kinds, entries: records } = window.searchNames;
  const { fold, joined, stem, variants, isSlip, small } = window.searchWords;
  const EXACT = 90;
  // How much must be found of what is asked where nothing has all of it: more, where the guide
  // lacks one of the words altogether.
  const MOST = { known: 0.5, unknown: 0.6 };
  // A title, or what a remark is called, holds many words: what is told of comes before it.
  const TITLED = { remark: 0.3, source: 0.3 };
  const FIELDS = { name: 1, form: 0.95, related: 0.5, line: 0.45 };
  const entries = records.map((record) => {
    const [kind, name, url, line = "", where = "", weight = 0, forms = "", arabic = ""] = record;
    const all = [fold(name), ...forms.split("|").filter(Boolean)];
    return {
      kind: kinds[kind], order: kind, name, url, line, where, weight, arabic,
      forms: all, squashed: all.map(joined), related: record[8] ?? "",
    }; // prettier-ignore
  });
  const byUrl = new Map(entries.map((entry) => [entry.url, entry]));

  // For each word, the entries that hold it, each with the weight of the field.
  const postings = new Map();
  const post = (words, entry, field) => {
    for (const word of words.split(" ")) {
      if (!word || (field !== FIELDS.name && small.has(word))) continue;
      if (!postings.has(word)) postings.set(word, new Map());
      const held = postings.get(word);
      held.set(entry, Math.max(held.get(entry) ?? 0, field));
    }
  };
  for (const entry of entries) {
    entry.forms.forEach((form, at) => post(form, entry, at ? FIELDS.form : FIELDS.name));
    post(entry.related, entry, FIELDS.related);
    post(fold(entry.line), entry, FIELDS.line);
  }

  const isNumber = (word) => /^\p{N}+$/u.test(word);

  function nearness(asked, word, slips) {
    if (asked === word) return 1;
    // The beginning of a number is another number.
    if (isNumber(asked)) return 0;
    if (stem(asked) === stem(word)) return 0.92;
    const others = variants(asked);
    if (others.includes(word)) return 0.85;
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
        found.set(entry, Math.max(found.get(entry) ?? 0, near * field));
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

  function exactly(entry, asked, slips) {
    const at = entry.squashed.indexOf(asked);
    if (at >= 0) return at ? EXACT : EXACT + 10;
    if (asked.length > 3 && entry.squashed.some((form) => form.startsWith(asked))) return 3;
    const mayErr = slips && !/\p{N}/u.test(asked);
    return mayErr && entry.squashed.some((form) => isSlip(asked, form)) ? 3 : 0;
  }

  // Every entry that the words find: its score, whether all words do, and the share they have.
  function ranked(folded, words, slips) {
    const parts = words.map((word) => held(word, slips));
    const total = parts.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const asked = joined(folded);
    const hits = [];
    for (const entry of entries) {
      const exact = asked ? exactly(entry, asked, slips) : 0;
      const has = parts.filter(({ found }) => found.has(entry));
      if (!exact && !has.length) continue;
      // A statement has an id for a name: whoever types half of one means its paragraph.
      if (entry.kind === "statement" && exact < EXACT) continue;
      const score = has.reduce((sum, { found, rarity }) => sum + rarity * found.get(entry), 0);
      const share = has.reduce((sum, { rarity }) => sum + rarity, 0) / total;
      hits.push({
        entry,
        score: exact + score / total + coverage(entry, parts) - (TITLED[entry.kind] ?? 0),
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

  // The text, folded some sections at a time, so that a slow machine can be typed on meanwhile.
  let sections = [];
  async function readText() {
    const read = [];
    let rested = performance.now();
    for (const [url, title, kind, parts] of window.searchText) {
      if (performance.now() - rested > 20) {
        await new Promise((resolve) => setTimeout(resolve));
        rested = performance.now();
      }
      for (const [anchor, heading, text] of parts) {
        const folded = ` ${fold(`${heading} ${text}`)} `;
        const at = anchor ? `${url}#${anchor}` : url;
        read.push({ url: at, page: url, title, kind: kinds[kind], anchor, heading, text, folded });
      }
    }
    sections = read;
  }

  // Places at which any of some words begins in a folded text, the first few.
  function places(folded, words) {
    const found = [];
    for (const word of words)
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        found.push(at);
        if (found.length > 40) break;
      }
    return found.sort((a, b) => a - b);
  }

  // The least number of letters within which every list has a place.
  function span(lists) {
    let least = Infinity;
    for (const start of lists[0]) {
      const away = lists.map((list) => Math.min(...list.map((at) => Math.abs(at - start))));
      least = Math.min(least, Math.max(...away));
    }
    return least;
  }

  const sort = (section) => {
    if (/^p\d+$/.test(section.anchor)) return 0.6;
    return section.anchor.startsWith("fn:") ? 0.4 : section.kind === "page" ? 0 : 0.2;
  };

  function inText(folded, words, taken) {
    const wanted = words.map((word, at) => {
      const said = [...new Set([word, ...variants(word), ...(taken?.[at] ?? [])])];
      const begun = said.map((one) => (isNumber(one) ? ` ${one} ` : ` ${stem(one)}`));
      return { exact: said.map((one) => ` ${one} `), begun };
    });
    const found = sections.map((section) => ({
      section,
      lists: wanted.map(({ begun }) => places(section.folded, begun)),
    }));
    const rarity = wanted.map((_, at) => {
      const count = found.filter(({ lists }) => lists[at].length).length;
      return count ? Math.log(1 + found.length / count) : Math.log(1 + found.length);
    });
    const total = rarity.reduce((sum, one) => sum + one, 0) || 1;
    return found
      .filter(({ lists }) => lists.some((list) => list.length))
      .map(({ section, lists }) => {
        const text = section.folded;
        const has = lists.map((list, at) => (list.length ? rarity[at] : 0));
        const share = has.reduce((sum, one) => sum + one, 0) / total;
        const exact = wanted.filter((one) => one.exact.some((word) => text.includes(word)));
        const near = lists.filter((list) => list.length);
        const isPhrase = words.length > 1 && text.includes(` ${folded}`);
        const score =
          share * 2 + exact.length / words.length + sort(section) + 4 * isPhrase +
          (near.length > 1 ? near.length / (1 + span(near) / 60) : 0); // prettier-ignore
        return { section, score, share, isWhole: near.length === lists.length };
      })
      .sort((a, b) => b.score - a.score);
  }

  // Words of a section around those that were asked for: pairs of text and whether it is marked.
  function excerpt(section, words) {
    const begun = words.flatMap((word) => [word, ...variants(word)]).map(stem);
    const raw = section.text.split(" ");
    const marked = raw.map((one) => {
      const folded = fold(one).split(" ");
      return folded.some((word) => word && begun.some((stemmed) => word.startsWith(stemmed)));
    });
    const counts = raw.map((_, at) => marked[at] && marked.slice(at, at + 16).filter(Boolean).length);
    const first = Math.max(0, counts.indexOf(Math.max(...counts)) - 4);
    const pieces = raw
      .slice(first, first + 30)
      .map((word, at) => [word, marked[first + at]]);
    if (first) pieces.unshift(["…", false]);
    if (first + 30 < raw.length) pieces.push(["…", false]);
    return pieces;
  }

  // What a query finds: entries, and sections of the text, each group in order; and which is first.
  function lookUp(query) {
    const folded = fold(query);
    const said = folded.split(" ").filter(Boolean);
    const content = said.filter((word) => !small.has(word));
    const words = content.length ? content : said;
    if (!words.length) return { words, entries: [], texts: [], textFirst: false };
    const direct = ranked(folded, words, false);
    const text = inText(folded, words);
    let chosen = direct.hits.filter((hit) => hit.isWhole);
    let texts = text.filter((hit) => hit.isWhole);
    let textFirst = false;
    if (!chosen.length) {
      const slips = ranked(folded, words, true);
      chosen = slips.hits.filter((hit) => hit.isWhole);
      textFirst = texts.length > 0;
      if (chosen.length && !texts.length)
        texts = inText(folded, words, slips.taken).filter((hit) => hit.isWhole);
    }
    if (!chosen.length && !texts.length) {
      const isKnown = (word, at) =>
        direct.taken[at].length > 0 || sections.some((one) => one.folded.includes(` ${word}`));
      const least = words.every(isKnown) ? MOST.known : MOST.unknown;
      const isMost = (hit) => hit.share >= least && words.length > 1;
      chosen = direct.hits.filter(isMost);
      texts = text.filter(isMost);
    }
    const shown = new Set(chosen.slice(0, 10).map(({ entry }) => entry.url));
    texts = texts.filter(({ section }) => !shown.has(section.url) && !shown.has(section.page));
    return { words, entries: chosen.map(({ entry }) => entry), texts, textFirst };
  }

  window.lookUp = { find: lookUp, readText, excerpt, entryAt: (url) => byUrl.get(url) };
})();
