"""Four people type at once, over HTTP and real processes: no accepted edit is lost, none silently overwritten."""

import sys

import pytest

from tests.entry.conflicts.campaign import campaign
from tests.entry.conflicts.oracle import Oracle
from tests.entry.conflicts.site import site

PLACE = ("page", "row")


@pytest.mark.django_db
@pytest.mark.parametrize("edits", [60, pytest.param(2000, marks=pytest.mark.soak)])
def test_no_accepted_edit_is_lost_or_silently_overwritten(tmp_path, edits):
    with site(tmp_path) as address:
        figures, faults = campaign(address, edits, seed=edits)
    sys.stdout.write(f"{dict(figures)}\n")  # for a soak, which shows what its tests say
    assert faults == []
    assert figures["refused"]
    assert figures["accepted"] + figures["given up"] == edits


@pytest.mark.parametrize(
    ("steps", "last", "fault"),
    [
        ([("a", "b"), ("b", "c")], "c", ""),
        ([("a", "b"), ("a", "c")], "c", "overwritten unseen"),
        ([("a", "b"), ("b", "c")], "b", "c became b"),
        ([("a", "b"), ("x", "c")], "b", "lost"),
    ],
)
def test_the_oracle_sees_what_was_overwritten_and_what_was_lost(steps, last, fault):
    oracle = Oracle({PLACE: {"cell": "a"}})
    oracle.accepted([(PLACE, "cell", seen, typed) for seen, typed in steps], {}, {})
    faults = oracle.faults({PLACE: {"cell": last}})
    assert fault in " ".join(faults)
    assert bool(faults) == bool(fault)


def test_the_oracle_sees_a_row_that_was_deleted_unseen():
    oracle = Oracle({PLACE: {"cell": "a"}})
    oracle.accepted([(PLACE, "cell", "a", "b")], {}, {})
    oracle.accepted([], {}, {PLACE: {"cell": "a"}})
    assert "nobody who deleted it had seen" in oracle.faults({})[0]
