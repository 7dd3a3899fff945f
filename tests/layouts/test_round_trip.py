"""A made-up disclosure, written in a random layout and read again, comes back identical."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.demo.made_up import make_up
from disclosures.intake.reading import read_disclosure
from tests.layouts.comparing import differences
from tests.layouts.documents import lay_out
from tests.layouts.formats.word import write_word
from tests.layouts.formats.workbook import write_workbook
from tests.layouts.traits import TRAITS, Layout, layout, layouts

WRITERS = {"xlsx": write_workbook, "docx": write_word}
SEEDS = st.integers(0, 10**6)
NO_HURRY = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)


def lost(seed: int, chosen: Layout, folder) -> list[str]:
    """What is not read as it was written."""
    document = lay_out(make_up(seed), chosen, seed)
    path = folder / f"{seed}.{chosen['format']}"
    WRITERS[chosen["format"]](document, path)
    return differences(document, read_disclosure(path))


@pytest.mark.soak
@pytest.mark.parametrize("trait", [name for name in TRAITS if name != "format"])
@pytest.mark.parametrize("kind", TRAITS["format"])
def test_each_setting_alone_comes_back_identical(trait, kind, tmp_path):
    found = {setting: lost(3, layout({"format": kind, trait: setting}), tmp_path) for setting in TRAITS[trait]}
    assert {setting: sentences for setting, sentences in found.items() if sentences} == {}


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=NO_HURRY)
@given(seed=SEEDS, chosen=layouts)
def test_any_combination_comes_back_identical(seed, chosen, tmp_path):
    assert lost(seed, chosen, tmp_path) == []


@pytest.mark.soak
@settings(max_examples=600, deadline=None, suppress_health_check=NO_HURRY, print_blob=True)
@given(seed=SEEDS, chosen=layouts)
def test_any_of_very_many_combinations_comes_back_identical(seed, chosen, tmp_path):
    assert lost(seed, chosen, tmp_path) == []
