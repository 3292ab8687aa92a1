"""Readability of the retelling beside the article: sentence length, Flesch, relative pronouns.

    python recipes/readability.py ARTICLE [CHAPTER ...]

ARTICLE is a plain text of the article, one paragraph to a line; CHAPTER are files of Markdown, all
of docs/chapters by default. Both go through the same splitter of sentences and the same counter of
syllables, so that the figures can be compared with each other, if not with those of other tools.
Flesch reading ease: R. Flesch, A new readability yardstick (1948), 206.835 - 1.015 words per
sentence - 84.6 syllables per word.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LONGEST = 35
NOTE = re.compile(r"(?<=[a-z.,”’)\]])\d{1,2}(?=[\s,\[—]|$)|\[[a-z]\]")
MARKS = re.compile(r"\[\^\w+\]|\{[^{}]*\}|\]\([^)]*\)|[\[\]*]")
ABBREVIATIONS = re.compile(r"\b(?:U\.S|U\.K|U\.N|Dr|Mr|Gen|Col|Lt|No|vs|e\.g|i\.e|[A-Z])\.(?=\s)")
SENTENCE_END = re.compile(r"(?<=[.!?])[”’)\]]*\s+(?=[“‘(]?[A-Z0-9])|(?<=[.!?]”)\s+(?=[A-Z“])")
RELATIVE = re.compile(r"\b(?:which|that|who|whom|whose)\b", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z0-9]+(?:[-’'`.][A-Za-z0-9]+)*")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]e|[^aeioutd]ed|[^aeiouscxzg]es)$")


def article(path: Path) -> list[str]:
    """Return the paragraphs of the article without its heads, captions and endnotes."""
    text = path.read_text(encoding="utf-8").partition("Abstract:")[2]
    lines = (NOTE.sub("", line) for line in text.split("\nCitations")[0].splitlines())
    return [line for line in lines if len(WORD.findall(line)) >= 20]


def chapter(path: Path) -> Iterator[str]:
    """Yield the paragraphs of a chapter: what `{ #p12 }` closes, or a note of its own."""
    held: list[str] = []
    body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for line in (typed.removeprefix("> ") for typed in body.splitlines()):
        if line.startswith("{ #p"):
            yield MARKS.sub("", " ".join(held))
        if re.match(r"\[\^[a-z]\]:", line):
            yield MARKS.sub("", line.partition("]:")[2])
        elif line.startswith(("[", "“")):
            held.append(line)
        if not line.strip() or line.startswith(("{ #p", "#")):
            held = []


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph."""
    text = ABBREVIATIONS.sub(lambda match: match[0].replace(".", "․"), paragraph)
    return [sentence.strip() for sentence in SENTENCE_END.split(text) if WORD.search(sentence)]


def syllables(word: str) -> int:
    """Return about how many syllables a word has: groups of vowels but for a silent ending."""
    letters = word.lower()
    return max(1, len(VOWELS.findall(letters)) - bool(SILENT.search(letters)))


def report(name: str, paragraphs: list[str]) -> str:
    """Return a line of figures for a text."""
    cut = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    words = WORD.findall(" ".join(paragraphs))
    lengths = [len(WORD.findall(sentence)) for sentence in cut]
    each, spoken = len(words) / len(cut), sum(map(syllables, words)) / len(words)
    relative = 1000 * sum(len(RELATIVE.findall(paragraph)) for paragraph in paragraphs) / len(words)
    flesch = 206.835 - 1.015 * each - 84.6 * spoken
    over = sum(length > LONGEST for length in lengths)
    return (
        f"{name:28} {len(paragraphs):3} paragraphs {len(words):6} words {each:5.1f} a sentence, "
        f"longest {max(lengths):3}, {over} over {LONGEST}; Flesch {flesch:5.1f}; "
        f"relative pronouns {relative:4.1f} in 1,000"
    )


def main() -> None:
    """Print a line for the article, for each chapter, and for all chapters."""
    named = [Path(path) for path in sys.argv[2:]]
    paths = named or sorted(Path("docs/chapters").glob("[0-9]*.md"))
    print(report("the article", article(Path(sys.argv[1]))))
    texts = {path.name: [paragraph for paragraph in chapter(path) if paragraph] for path in paths}
    for name, paragraphs in texts.items():
        print(report(name, paragraphs))
    print(report("all", [paragraph for text in texts.values() for paragraph in text]))
    for name, paragraphs in texts.items():
        for sentence in (found for text in paragraphs for found in sentences(text)):
            if len(WORD.findall(sentence)) > LONGEST:
                print(f"{name}: over {LONGEST} words: {sentence[:90]}…")


if __name__ == "__main__":
    main()
