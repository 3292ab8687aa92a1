"""Checks of what asks a reader: every aim is served, answers are short, nobody learns to attack."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotated.content import questions
from annotated.content.chapters import Chapter
from annotated.content.exercises import PATH as EXERCISES
from annotated.content.guide import Guide
from annotated.content.questions import KINDS, PATH, ChapterItem, Question, Questions
from annotated.content.statements import Statement
from annotated.core.problems import Problem, did_you_mean

# Practice with facts alone does not carry over to reasoning (Agarwal, “Retrieval practice and
# Bloom’s taxonomy”, Journal of Educational Psychology, 2019), so a chapter has as many of each.
LEAST_OF_A_KIND = 2
MOST_WORDS = 30
WORD = re.compile(r"[^\W_](?:[\w’'.-]*\w)?")
# How something is done that hurts people: “how to make a bomb”, “how is an ambush laid”.
METHOD = re.compile(
    r"\b(?:how\s+(?:to|do|does|did|can|could|is|are|was|were|would)|which\s+steps)\b"
    r"[^.?!]*\b(?:ambush|assassinat|attack|behead|bomb|bullet|detonat|explosi|IED|kidnap|kill"
    r"|mortar|poison|raid|sabotag|shoot|silencer|storm|suicide|weapon)\w*",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“([^”]*)”")


def check(guide: Guide) -> Iterator[Problem]:
    """Yield the problems of the aims, the questions, and the tasks of exercises."""
    statements = {statement.id: statement for statement in guide.statements}
    asked = guide.study.questions
    placed = _Placed(guide.chapters, statements)
    for item in (*asked.aims.values(), *asked.questions.values()):
        yield from placed.problems(item)
    yield from _served(asked)
    yield from _quotas(asked)
    for question in asked.questions.values():
        yield from _answer(question)
        yield from _slogan(question, statements)
        yield from _method(PATH, question.line, question.ask)
    for exercise in guide.study.exercises.exercises.values():
        yield from _method(EXERCISES, exercise.line, exercise.task)
    yield from _texts(guide)


@dataclass(frozen=True)
class _Placed:
    chapters: list[Chapter]
    statements: Mapping[str, Statement]

    def problems(self, item: ChapterItem) -> Iterator[Problem]:
        """Yield a problem where an item is of no chapter, or rests on no statement of its own."""
        at = {self.statements[id_].chapter for id_ in item.at if id_ in self.statements}
        if item.chapter > len(self.chapters):
            message = f"there is no chapter '{item.chapter}'. The last is {len(self.chapters)}."
            yield Problem(PATH, item.line, message, "node-misplaced")
        elif at and self.chapters[item.chapter - 1].path not in at:
            message = f"'{item.id}' rests on no statement of chapter {item.chapter}. Name one."
            yield Problem(PATH, item.line, message, "node-misplaced")


def _served(asked: Questions) -> Iterator[Problem]:
    for question in asked.questions.values():
        aim = asked.aims.get(question.serves)
        message = ""
        if not aim:
            message = f"'{question.id}' serves '{question.serves}', which is the id of no aim."
            message += did_you_mean(question.serves, asked.aims)
        elif aim.chapter != question.chapter:
            message = f"'{question.id}' serves '{aim.id}', an aim of another chapter. Name its own."
        if message:
            missed = f"node {question.serves}"
            yield Problem(PATH, question.line, message, "node-misplaced", misses=missed)
    served = {question.serves for question in asked.questions.values()}
    for aim in asked.aims.values():
        if aim.id not in served:
            message = f"no question serves the aim '{aim.id}'. Write one, or take the aim out."
            yield Problem(PATH, aim.line, message, "aim-not-served")


def _quotas(asked: Questions) -> Iterator[Problem]:
    for chapter in dict.fromkeys(question.chapter for question in asked.questions.values()):
        here = asked.of(chapter)
        counted: Counter[str] = Counter(question.kind for question in here)
        for kind in KINDS:
            if counted[kind] < LEAST_OF_A_KIND:
                message = (
                    f"chapter {chapter} has {counted[kind]} of the kind '{kind}'. "
                    f"Write at least {LEAST_OF_A_KIND}."
                )
                yield Problem(PATH, here[0].line, message, "questions-one-sided")


def _answer(question: Question) -> Iterator[Problem]:
    words = len(WORD.findall(question.answer))
    if words > MOST_WORDS:
        message = f"the answer has {words} words. Cut it to {MOST_WORDS}, with one idea."
        yield Problem(questions.PATH, question.line, message, "answer-long")


def _slogan(question: Question, statements: Mapping[str, Statement]) -> Iterator[Problem]:
    """Yield a problem where an answer is, for the most part, quoted from the group."""
    speakers = {statements[id_].speaker for id_ in question.at if id_ in statements}
    quoted = len(WORD.findall(" ".join(QUOTED.findall(question.answer))))
    if speakers == {"group"} and quoted * 2 > len(WORD.findall(question.answer)):
        message = (
            f"the answer '{question.answer}' hands on the group’s own words. "
            "Say in the guide’s words what it claims."
        )
        yield Problem(PATH, question.line, message, "answer-slogan")


def _method(path: str, line: int, ask: str) -> Iterator[Problem]:
    if METHOD.search(ask):
        message = (
            f"'{ask}' asks how an attack is made. Ask who says so, what it shows, or on what it "
            "rests."
        )
        yield Problem(path, line, message, "question-on-method")


def _texts(guide: Guide) -> Iterator[Problem]:
    numbers = {paragraph.number for chapter in guide.chapters for paragraph in chapter.paragraphs}
    for text in guide.study.exercises.texts.values():
        for number in text.paragraphs:
            if number not in numbers:
                message = f"'{text.id}' names ¶{number}, which does not exist. Name another."
                missed = f"paragraph {number}"
                yield Problem(EXERCISES, text.line, message, "node-misplaced", misses=missed)
