"""Kinds of hedge, each the class of the span that marks it, with what it tells a reader."""

HEDGE_KINDS = {
    "estimate": "a judgment of what will or may be",
    "appearance": "how it looks",
    "attribution": "handed on as somebody’s claim",
    "approximation": "a number, time or extent held back",
    "condition": "on a condition",
}
# The class of a listed word that holds nothing back where it is.
NO_HEDGE = "no-hedge"
