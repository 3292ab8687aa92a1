"""The files to download as what they hold: rows and features."""

import csv
import io
import json
from typing import Any


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def features(text: str) -> dict[str, Any]:
    return {feature["@id"]: feature for feature in json.loads(text)["features"]}
