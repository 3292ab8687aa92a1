"""A project made up for the bench: with as many names and notes to a paragraph as the real text.

For the bare theme the notes are typed out by hand.
"""

import random
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PARAGRAPHS, SENTENCES, WORDS = 11, 4, 24
NAMES_IN_A_SENTENCE, NOTES_IN_A_PARAGRAPH = 1.6, 1.35
CHAPTERS_IN_A_FOLDER = 50
NOTES_IN_A_FILE = 1000
WAYS = ("everything on", "mkdocs-bibtex as shipped, hook off", "bare theme")
LETTERS = "abcdefghilmnoprstuv"


def word(rng: random.Random) -> str:
    """Return a made-up word."""
    return "".join(rng.choices(LETTERS, k=rng.randint(2, 9)))


def name(rng: random.Random) -> str:
    """Return a made-up name of one or two words."""
    return " ".join(word(rng).capitalize() for _ in range(rng.randint(1, 2)))


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def entity(kind: str, number: int, index: list[str]) -> str:
    """Return the file of an entity."""
    special = "kind: town" if kind == "place" else "kind: battle\ncertainty: stated"
    head = f"name: {index[number]}\nsummary: A {kind} made up.\n{special}"
    return f"---\n{head}\nspellings:\n  - {index[number]}\n---\n\nIt stands near {index[0]}.\n"


def sentence(rng: random.Random, index: list[str]) -> str:
    """Return a sentence with the names of some entities."""
    words = [word(rng) for _ in range(WORDS)]
    for _ in range(int(NAMES_IN_A_SENTENCE + rng.random())):
        words[rng.randrange(WORDS)] = rng.choice(index)
    return " ".join(words) + "."


def make(root: Path, chapters: int, way: str) -> None:
    """Write a project of `chapters` chapters and as many entities, but at least ten."""
    rng = random.Random(chapters)  # noqa: S311 - the same text on every run
    index = sorted({name(rng) for _ in range(3 * max(chapters, 10))})[: max(chapters, 10)]
    for number in range(len(index)):
        kind = "place" if number % 3 else "event"
        write(root / f"docs/{kind}s/e{number}.md", entity(kind, number, index))
    paragraph_of: list[int] = []
    for number in range(chapters):
        first, blocks = number * PARAGRAPHS, []
        for paragraph in range(first, first + PARAGRAPHS):
            lines = [sentence(rng, index) for _ in range(SENTENCES)]
            for _ in range(int(NOTES_IN_A_PARAGRAPH + rng.random())):
                paragraph_of.append(paragraph)
                lines[-1] += mark(len(paragraph_of), way)
            spans = "\n".join(
                f"[{line}]{{ #p{paragraph}-s{place} .author }}"
                for place, line in enumerate(lines, start=1)
            )
            blocks.append(f"{spans}\n{{ #p{paragraph} }}\n")
        head = (
            f"---\ntitle: Chapter\nparagraphs: {first}-{first + PARAGRAPHS - 1}\n---\n# Chapter\n\n"
        )
        if way == WAYS[2]:
            here = [n for n, where in enumerate(paragraph_of, start=1) if where >= first]
            blocks += [f"[^{n}]: First Last{n}, “A title of some length,” 2017.\n" for n in here]
        folder = number // CHAPTERS_IN_A_FOLDER
        write(root / f"docs/part{folder}/c{number}.md", head + "\n".join(blocks))
    write(root / "docs/index.md", "# Start\n")
    for kind in ("place", "event"):
        write(root / f"docs/{kind}s/index.md", f"# All of kind {kind}\n")
    write(root / "docs/sources/index.md", "# Sources\n")
    sources = [source(number) for number, _ in enumerate(paragraph_of, start=1)]
    for number in range(0, len(sources), NOTES_IN_A_FILE):
        listed = "".join(sources[number : number + NOTES_IN_A_FILE])
        write(root / f"bibliography/references-{number // NOTES_IN_A_FILE}.bib", listed)
    notes = [
        f"- note: {number}\n  cites: [{key(number)}]\n  paragraph: {paragraph}\n"
        for number, paragraph in enumerate(paragraph_of, start=1)
    ]
    for number in range(0, len(notes), NOTES_IN_A_FILE):
        listed = "".join(notes[number : number + NOTES_IN_A_FILE])
        write(root / f"bibliography/endnotes/from-{number + 1}.yml", listed)
    write(root / "mkdocs.yml", configuration(way))


def key(number: int) -> str:
    """Return the key of a source."""
    return f"source{number}"


def mark(number: int, way: str) -> str:
    """Return what stands for a note in the text: a footnote, or what mkdocs-bibtex reads."""
    return f"[@{key(number)}]" if way == WAYS[1] else f"[^{number}]"


def source(number: int) -> str:
    """Return a source that mkdocs-bibtex can print as well as we."""
    fields = f"author = {{Last{number}, First}}, title = {{{{A title of some length}}}}"
    rest = "journal = {Journal}, year = {2017}, month = {9}, volume = {10}, kind = {press}"
    return f"@article{{{key(number)}, {fields}, {rest}}}\n"


def configuration(way: str) -> str:
    """Return the real configuration with the parts that this way of building leaves out."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    real = yaml.safe_load(text)
    kept = ("theme", "plugins", "markdown_extensions", "use_directory_urls")
    made = {"site_name": "Bench", **{part: real[part] for part in kept}}
    # The others have the theme as it is shipped; ours is filled in by the hook. Whoever has a
    # thousand pages lets the theme list those near a page, as ours does by itself.
    del made["theme"]["custom_dir"]
    made["theme"]["features"] = [*made["theme"]["features"], "navigation.prune"]
    made["extra"] = {"generator": False}
    if way == WAYS[0]:
        made["theme"]["custom_dir"] = str(ROOT / "theme")
        made["hooks"] = [str(ROOT / "hooks" / "mkdocs_hook.py")]
    if way == WAYS[1]:
        made["plugins"] = [
            {"bibtex": {"bib_dir": "bibliography"}} if isinstance(plugin, dict) else plugin
            for plugin in made["plugins"]
        ]
    if way == WAYS[2]:
        made["plugins"] = [plugin for plugin in made["plugins"] if isinstance(plugin, str)]
    return yaml.safe_dump(made)
