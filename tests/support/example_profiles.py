"""Profiles of Hypothesis: how many examples a test of any input draws. No test has a time limit.

`make test` draws the same few examples each time; with HYPOTHESIS_PROFILE=fuzz there are many,
other ones on each run, and those that failed are kept in `.build/examples` and tried first.
"""

import os

from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.database import DirectoryBasedExampleDatabase

set_hypothesis_home_dir(".build/hypothesis")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile(
    "test",
    derandomize=True,
    deadline=None,
    max_examples=40,
    database=None,
    suppress_health_check=SLOW,
)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=int(os.environ.get("EXAMPLES", "1000")),
    print_blob=True,
    database=DirectoryBasedExampleDatabase(".build/examples"),
    suppress_health_check=SLOW,
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "test")
settings.load_profile(PROFILE)
# For what takes a second or more.
FEW = settings.get_profile(PROFILE).max_examples // 5
