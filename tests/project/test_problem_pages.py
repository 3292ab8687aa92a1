"""Every problem code has its cases, and its place in the catalogue that contributors read."""

from problem_codes import CASES, CATALOGUE, ENTRY, OF_A_COPY, used


def test_the_codes_of_the_source_are_found() -> None:
    assert {"front-matter-wrong-value", "date-impossible", "source-unknown"} <= used()


def test_every_code_has_a_folder_of_cases_and_every_folder_its_code() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == used()


def test_every_code_stands_in_the_catalogue_once_in_order() -> None:
    listed = [code for code, _, _ in ENTRY.findall(CATALOGUE)]

    assert listed == sorted(listed)
    assert {code for code in listed if not OF_A_COPY.match(code)} == used()


def test_every_heading_of_the_catalogue_has_an_example_and_a_reason() -> None:
    assert len(ENTRY.findall(CATALOGUE)) == CATALOGUE.count("\n## ")


def test_every_example_is_what_a_case_reports() -> None:
    entries = [entry for entry in ENTRY.findall(CATALOGUE) if not OF_A_COPY.match(entry[0])]
    for code, example, _ in entries:
        cases = [path.read_text(encoding="utf-8") for path in (CASES / code).glob("*.txt")]
        assert any(f"\n{example}\n" in case for case in cases), example
