"""Marks that tell on whose word something is: filled a fact, barred others' word, open a claim.

How they are filled stands in the style sheets, by the class of the mark: it is its certainty.
"""


def drawn(outline: str, certainty: str, x: str, y: str, half: float) -> str:
    """Return a mark at a point; `outline` is its path from there, `half` half its width.

    That of what is told on the word of others has a bar across it.
    """
    return filled(outline, certainty, x, y) + bar(certainty, f"M{x} {y}m-{half} 0h{2 * half}")


def filled(outline: str, certainty: str, x: str, y: str) -> str:
    """Return a mark without a bar."""
    return f'<path class="mark {certainty}" d="M{x} {y}{outline}"/>'


def bar(certainty: str, path: str) -> str:
    """Return a bar of what is told on the word of others; of anything else, nothing."""
    return f'<path class="bar" d="{path}"/>' if certainty == "reported" else ""
