/* The text: which of its sections hold the words of a query, and the words around those. */
window.searchPassages = (() => {
  const { fold, stem, variants, isNumber } = window.searchWords;
  const { kinds } = window.searchNames;
  const OWN_WORDS = "in-words"; // the section that tells of the entry whose page it is

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
        const at = anchor && anchor !== OWN_WORDS ? `${url}#${anchor}` : url;
        const of = { page: url, title, kind: kinds[kind] };
        read.push({ ...of, url: at, anchor, heading, text, folded });
      }
    }
    sections = [...sections, ...read];
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

  const isWord = (word) => sections.some((one) => one.folded.includes(` ${word}`));

  return { readText, inText, isWord, excerpt };
})();
