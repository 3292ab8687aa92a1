"""Names brought to one form, so that they can be compared."""

from annotated.core.normalize import fold


def test_forms_of_a_name_are_folded_to_one() -> None:
    assert fold("Al-Qā’im \u00a0 Gate") == fold("al-qa`im gate") == "al-qa'im gate"
