"""How an outcome is shown: a sign and a word beside its colour, so that none is told by colour alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from disclosures.amounts import Outcome
from disclosures.checks.briefs import Brief
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import is_about_what_is_missing


@dataclass(frozen=True)
class Sign:
    """`key` is its name in addresses and styles; of several signs in one place the one with the most `weight` shows."""

    key: str
    mark: str
    word: str | Promise
    weight: int


UNLINKED = Sign("unlinked", "·", gettext_lazy("不知道含义"), 0)
UNCHECKED = Sign(Outcome.NOT_APPLICABLE.value, "?", gettext_lazy("无法核对"), 1)
EQUAL = Sign(Outcome.EQUAL.value, "✓", gettext_lazy("对得上"), 2)
ROUNDING = Sign(Outcome.ROUNDING.value, "≈", gettext_lazy("尾差"), 3)
MISSING = Sign("missing", "!", gettext_lazy("应当留意"), 4)
UNDEFINED = Sign("undefined", "÷0", gettext_lazy("基数为 0"), 5)
BROKEN = Sign(Outcome.BROKEN.value, "≠", gettext_lazy("对不上"), 6)

OF_OUTCOMES = {sign.key: sign for sign in (BROKEN, ROUNDING, UNCHECKED, EQUAL)}


def sign_of(result: Result | Brief) -> Sign:
    """The sign of the outcome; of what is broken, the one that says in which way: only two sides can differ."""
    if result.outcome != Outcome.BROKEN:
        return OF_OUTCOMES[result.outcome.value]
    if result.is_undefined:
        return UNDEFINED
    return MISSING if is_about_what_is_missing(result) else BROKEN
