"""Consequences of a problem: counted behind their cause, instead of told one by one.

Many checks compare files: a note with the paragraph that cites it, a link with the entry that it
names. Where a name is lost by one slip, each of them would report it. So a problem says which
name it does not find (`misses`), and a problem by which names are lost says which (`hides`):

- `{ #p77 }` in place of `{ #p7 }` hides “paragraph 7”, and “¶7” in an entry misses it;
- a list of notes that cannot be read hides “note”, the kind, and every mark misses one of them.

Nothing is told twice, and nothing is put off to a second round: what does not follow from another
problem is always reported.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotated.core.problems import Problem


def fold(problems: Iterable[Problem]) -> list[Problem]:
    """Return the causes, each with the number of its consequences behind its message.

    They come in the order in which they are best mended: what has consequences, other errors,
    further places that miss the same name, and what an editor decides; each by file and line.
    """
    found = sorted(set(problems))
    hidden: dict[str, Problem] = {}
    # What itself misses a name comes last: it may follow from another that hides the same.
    for problem in sorted(found, key=lambda problem: bool(problem.misses)):
        # What an editor may leave as it is must not excuse an error.
        for name in () if problem.for_editor else problem.hides:
            hidden.setdefault(name, problem)
    causes = {problem: _cause(problem, hidden) for problem in found}
    count = Counter(cause for problem, cause in causes.items() if cause is not problem)
    listed = [problem for problem, cause in causes.items() if cause is problem]
    first: dict[str, Problem] = {}
    for problem in listed:
        first.setdefault(problem.misses, problem)

    def rank(problem: Problem) -> tuple[bool, bool, bool]:
        is_repeated = bool(problem.misses) and first[problem.misses] is not problem
        return problem.for_editor, is_repeated, not count[problem]

    return [_counted(problem, count[problem]) for problem in sorted(listed, key=rank)]


def _cause(problem: Problem, hidden: Mapping[str, Problem]) -> Problem:
    """Return what a problem follows from in the end, which is itself where it is a cause."""
    chain = [problem]
    while missed := chain[-1].misses:
        cause = hidden.get(missed) or hidden.get(missed.partition(" ")[0])
        if cause is None or cause is chain[-1]:
            break
        if cause in chain:
            # They follow from one another: of such a circle, the first is told.
            return min(chain[chain.index(cause) :])
        chain.append(cause)
    return chain[-1]


def _counted(problem: Problem, count: int) -> Problem:
    if not count:
        return problem
    words = f"{count} that follow{'s' if count == 1 else ''} from it"
    return replace(problem, message=f"{problem.message} (and {words})")
