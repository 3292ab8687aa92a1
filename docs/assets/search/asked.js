/* What a query asks for, where it is put as a question: the kinds of entry that may answer it, and the
   words that are left when those which only ask are taken away. Several numbers are several queries. */
window.searchAsked = (() => {
  const HAPPENS = /\b(happen(ed|s)?|occur(red)?|start(ed|s)?|beg[aiu]n|beginning|[ts][ao]?o?ke?n? place)\b/g;
  const MEANING = /\b(meaning|definition|translation|explanation|explain|define|means?|meant|called|stands? for)\b/g;
  const LEADING = "(led|leads?|leaders?|head|headed|command|commanded|commanders?)";
  // How a question begins or ends, the kinds that answer it, the words that ask, and what an answer
  // to it tells of.
  const QUESTIONS = [
    {
      put: /^how long (did|does|was|were|is|has|had)\b/,
      kinds: ["event"],
      asking: /\b(last(ed|s)?|take[ns]?|took|go on|goes on|went on)\b/g,
      told: / (hours?|days?|weeks?|months?|years?|decades?) /,
    },
    { put: /^(what|how)( did)? .*happen/, kinds: ["event", "place"], asking: HAPPENS },
    { put: /^what happened\b/, kinds: ["event", "place"], asking: HAPPENS },
    { put: /^(since |until )?when\b/, kinds: ["event"], asking: HAPPENS },
    { put: RegExp(`^who( was| is| were| are)?( the)? ${LEADING}\\b`), kinds: ["person"] },
    { put: /^whom?\b/, kinds: ["person", "group"] },
    { put: /^where\b/, kinds: ["place"], asking: /\b(located|situated)\b/g },
    { put: /^maps? (of|with) /, kinds: ["place"], asking: /^maps?\b/g },
    { put: /^why\b/, kinds: ["event"] },
    { put: /^what\b.* (mean|called|stand for)/, kinds: ["term"], asking: MEANING },
    { put: /^what (is|are|was|were)\b/, kinds: ["term", "group", "person", "place"] },
    { put: /^(meaning|definition|translation|explain|define|explanation)\b/, kinds: ["term"], asking: MEANING },
    { put: / (meaning|definition|translation)$/, kinds: ["term"], asking: MEANING },
    { put: / (army|forces|troops|militias?|fighters|officials?|newspapers?|media)$/, kinds: ["group"] },
  ]; // prettier-ignore
  const NO_QUESTION = { kinds: [] };

  // “who led” → the words that are left, the kinds that answer, and what an answer tells of.
  function question(folded) {
    const { kinds, asking, told } = QUESTIONS.find(({ put }) => put.test(folded)) ?? NO_QUESTION;
    const rest = asking ? folded.replace(asking, " ").replace(/ +/g, " ").trim() : folded;
    return { rest, kinds, told };
  }

  // What is asked of the guide itself: “cite this page”, “errors in the article”.
  const ITSELF = /^(.+?) (?:(?:of|in|on|from|about|as|with) )?(?:the |this )?(?:articles?|guide|pages?|site|website)$/;
  const ofItself = (folded) => ITSELF.exec(folded)?.[1] ?? "";

  // “notes 35 and 36” → [“note 35”, “note 36”]; of paragraphs 23 to 27 the first and the last.
  const SEVERAL =
    /^(p|paragraph|para|par|note|endnote|footnote|fn|n|chapter|ch)(s?) (\d+)((?: (?:and|to|through|until))*(?: \d+)*)+$/;

  function several(folded) {
    const [, word, plural, first, more] = SEVERAL.exec(folded) ?? [];
    if (!word) return [];
    const numbers = [first, ...(folded.match(/\d+/g) ?? []).slice(1)];
    return numbers.length > 1 || plural ? numbers.map((number) => `${word} ${number}`) : [];
  }

  // “10 July 2017”, “July 10, 2017” → “july 2017”.
  const DAY = /^(?:\d{1,2}(?:st|nd|rd|th)? )?([a-z]{3,9}) (?:\d{1,2}(?:st|nd|rd|th)? )?(\d{4})$/;

  function month(folded) {
    const [, name, year] = DAY.exec(folded) ?? [];
    return name ? `${name}${year}` : "";
  }

  return { question, ofItself, several, month };
})();
