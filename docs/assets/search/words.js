/* Words of the search: folded as the names are, and compared by their beginnings and slips.
   The table comes with the names; the steps are those of the comments there, and a list of cases
   holds both to the same results. */
window.searchWords = (() => {
  const { folding, alike: groups } = window.searchNames;
  const LONG = 6; // letters of a word in which one slip is forgiven
  const chars = (text) => [...text].map((one) => one.replace(/[\\\]^-]/, "\\$&")).join("");
  const POSSESSIVE = new RegExp(
    `([\\p{L}\\p{N}])[${chars(folding.apostrophes)}]s(?![\\p{L}\\p{N}])`,
    "gu",
  );
  const DROPPED = new RegExp(`[${chars(folding.dropped)}]`, "gu");
  const LETTERS = new RegExp(`[${chars(Object.keys(folding.letters).join(""))}]`, "gu");
  const articles = new Set(folding.articles);
  const small = new Set(folding.small);

  function withoutArticle(word) {
    const article = folding.arabicArticle;
    const isLong = word.length - article.length >= folding.least;
    return word.startsWith(article) && isLong ? word.slice(article.length) : word;
  }

  function fold(text) {
    const plain = text
      .toLowerCase()
      .replace(POSSESSIVE, "$1")
      .replace(DROPPED, "")
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .replace(LETTERS, (letter) => folding.letters[letter])
      .replace(DROPPED, "");
    const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
    const named = words.filter((word) => !articles.has(word));
    return (named.length ? named : words).map(withoutArticle).join(" ");
  }

  const joined = (folded) => folded.replaceAll(" ", "");

  // The beginning that “forces” and “forced” share, or “country” and “countries”, or “liberated” and
  // “liberation”. It is its own beginning: “surrendered” ends as “surrender” does.
  function stem(word) {
    if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
    const shorter = word
      .replace(/(?:ies|ings?|ers?|ed|es|s)$/, "")
      .replace(/(?<=[a-z]{4}(?:at|ct|us))ion$/, "")
      .replace(/[ey]$/, "");
    return shorter === word ? word : stem(shorter);
  }

  // Words that readers take for a word.
  const groupOf = new Map(
    groups.flatMap((group) => group.split(" ").map((word) => [word, group.split(" ")])),
  );
  const alike = (word) => (groupOf.get(word) ?? []).filter((one) => one !== word);

  const isNumber = (word) => /^\p{N}+$/u.test(word);

  // “Iranian” and “Russians” belong to “Iran” and “Russia”.
  const isOfNation = (one, land) =>
    land.length > 3 && one.startsWith(land) && /^(?:ns?|ians?)$/.test(one.slice(land.length));

  // A word without what may be written before it, such as the article in “alqaim”.
  const variants = (word) =>
    folding.openings
      .filter((one) => word.startsWith(one) && word.length - one.length >= folding.least)
      .map((one) => withoutArticle(word.slice(one.length)));

  // Whether one letter was left out, added, changed, or two were exchanged.
  function isSlip(one, other, least = LONG) {
    if (one.length < least || Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    let end = 0;
    const most = Math.min(one.length, other.length) - at;
    while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
    const [left, right] = [one, other].map((word) => word.slice(at, word.length - end));
    if (left.length <= 1 && right.length <= 1) return true;
    return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  }

  return { fold, joined, stem, variants, alike, isNumber, isOfNation, isSlip, small };
})();
