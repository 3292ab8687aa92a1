"""Remarks read from the files of `docs/remarks/`, and what is wrong with one by itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

import yaml

from annotated.content import dataclass_reader, front_matter
from annotated.content.front_matter import FrontMatter
from annotated.content.yaml_reader import MalformedYaml, compose, line_of, plain, record
from annotated.core.problems import Problem
from annotated.model.remarks import TARGETS, Attachment, Remark

FOLDER = "docs/remarks/"
WORD = "remark"
MOST_WORDS = 7
FORM = "Write '- paragraph: 12' with 'words: …' below it, or '- note: 12', or one of " + ", ".join(
    f"'{target}: …'" for target in TARGETS[2:]
)
# What nobody can find while a file is not read: its sources seem to be cited by nothing.
HELD = ("citation",)


def is_remark(path: str) -> bool:
    """Tell whether the file at `path`, from the root, is that of a remark."""
    in_folder = path.startswith(FOLDER) and path.endswith(".md")
    return in_folder and not path.endswith("/index.md")


def read(files: Mapping[str, str]) -> tuple[tuple[Remark, ...], list[Problem]]:
    """Read the remarks from their files (path from the root to text), with all problems."""
    remarks: list[Remark] = []
    problems: list[Problem] = []
    for path, text in files.items():
        remark, found = _read(path, text)
        remarks += [remark] if remark else []
        problems += [replace(problem, hides=HELD) for problem in found]
    return tuple(remarks), [*problems, *_told_twice(remarks, files)]


def _read(path: str, text: str) -> tuple[Remark | None, list[Problem]]:
    head, problems = front_matter.read(path, text)
    if problems and not head.fields:
        return None, problems
    attachments, found = _attachments(path, text, head)
    problems += found
    body = head.body.strip()
    if not body:
        message = "has no text. Tell the matter below the second '---'."
        problems.append(Problem(path, head.body_line - 1, message, "remark-malformed"))
    given = {
        "id": PurePosixPath(path).stem,
        "path": path,
        "body": body,
        "body_line": head.body_line + head.body[: head.body.find(body)].count("\n"),
        "at": attachments,
    }
    fields = {name: value for name, value in head.fields.items() if name != "at"}
    remark, found = dataclass_reader.build(Remark, path, replace(head, fields=fields), given)
    return remark, problems + found


def _attachments(
    path: str, text: str, head: FrontMatter
) -> tuple[tuple[Attachment, ...], list[Problem]]:
    """Return what stands below `at`, each item with the line on which it begins."""
    attachments: list[Attachment] = []
    problems: list[Problem] = []
    items = _items(text)
    if not items:
        message = f"'at' names nothing that the remark is on. {FORM}."
        problems.append(Problem(path, head.line_of("at"), message, "remark-malformed"))
    for item in items:
        line = line_of(item) + 1
        if not isinstance(item, yaml.MappingNode):
            message = f"'{plain(item)}' does not say what the remark is on. {FORM}."
            problems.append(Problem(path, line, message, "remark-malformed"))
            continue
        typed = record(item, above=1)
        attachment, found = dataclass_reader.build(Attachment, path, typed, {"line": line})
        problems += found
        if attachment and (message := _fault(attachment, attachments)):
            problems.append(Problem(path, line, message, "remark-malformed"))
        elif attachment:
            attachments.append(attachment)
            problems += _faults_of_words(path, attachment)
    return tuple(attachments), problems


def _items(text: str) -> list[yaml.Node]:
    try:
        node = compose(front_matter.split(text)[0])
    except MalformedYaml:
        return []
    fields = node.value if isinstance(node, yaml.MappingNode) else []
    value = next((value for key, value in fields if key.value == "at"), None)
    if isinstance(value, yaml.SequenceNode):
        return list(value.value)
    return [value] if value and plain(value) else []


def _fault(attachment: Attachment, others: list[Attachment]) -> str:
    targets = attachment.targets
    if len(targets) != 1:
        named = " and ".join(f"'{kind}: {name}'" for kind, name in targets) or "an item of 'at'"
        return f"{named} must name one thing. {FORM}."
    kind, name = targets[0]
    if kind == "paragraph" and not attachment.words:
        return f"'paragraph: {name}' lacks words. Add 'words: …', those that the remark hangs on."
    if kind != "paragraph" and attachment.words:
        return f"'words: {attachment.words}' belong to no paragraph. Take them out."
    same = [other for other in others if replace(other, line=attachment.line) == attachment]
    return f"'{kind}: {name}' also stands on line {same[0].line}. Keep one." if same else ""


def _faults_of_words(path: str, attachment: Attachment) -> Iterator[Problem]:
    words = attachment.words
    if len(words.split()) > MOST_WORDS:
        message = f"'{words}' is longer than {MOST_WORDS} words. Shorten it to what is remarked on."
        yield Problem(path, attachment.line, message, "remark-words-wrong")


def _told_twice(remarks: list[Remark], files: Mapping[str, str]) -> Iterator[Problem]:
    counted = Counter(remark.subject.casefold() for remark in remarks)
    first: dict[str, Remark] = {}
    for remark in remarks:
        other = first.setdefault(remark.subject.casefold(), remark)
        if counted[remark.subject.casefold()] > 1 and other is not remark:
            head, _ = front_matter.read(remark.path, files[remark.path])
            message = (
                f"'{remark.subject}' is also the subject of {other.path}. Tell a matter once, "
                "or say what tells them apart."
            )
            line = head.line_of("subject")
            yield Problem(remark.path, line, message, "remark-subject-twice")
