"""Every subject that the vocabulary names, by section and key."""

from functools import cache

from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.words import accounts, facts

EVERYWHERE: dict[str, Subject] = {one.key: one for one in (*facts.ALL, *accounts.TOTALS)}


@cache
def _subjects(scope: Scope | None) -> dict[str, Subject]:
    own = {one.key: one for one in reversed(accounts.BY_SCOPE.get(scope, ()))} if scope else {}
    return {**EVERYWHERE, **own}


def subject_in(scope: Scope | None, key: str) -> Subject:
    """The subject with that key, with the cells that it has in that section; a typo is a `KeyError`."""
    return _subjects(scope)[key]


def all_subjects() -> tuple[Subject, ...]:
    """One of each key, with the title that comes first."""
    found = dict(EVERYWHERE)
    for group in accounts.BY_SCOPE.values():
        for one in group:
            found.setdefault(one.key, one)
    return tuple(found.values())
