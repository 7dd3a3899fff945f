"""How an outcome is shown: a sign and a word beside its colour, so that none is told by colour alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from disclosures.amounts import Outcome
from disclosures.checks.briefs import Brief
from disclosures.checks.outcomes import Result
from disclosures.checks.register.verdicts import Verdict, verdict_of


@dataclass(frozen=True)
class Sign:
    """`key` is its name in addresses and styles; of several signs in one place the one with the most `weight` shows."""

    key: str
    mark: str
    word: str | Promise
    weight: int


UNLINKED = Sign("unlinked", "·", gettext_lazy("没认出是什么数"), 0)
UNCHECKED = Sign(Outcome.NOT_APPLICABLE.value, "?", gettext_lazy("无法核对"), 1)
WORDING = Sign("wording", "*", gettext_lazy("措辞"), 2)
EQUAL = Sign(Outcome.EQUAL.value, "✓", gettext_lazy("对得上"), 3)
ROUNDING = Sign(Outcome.ROUNDING.value, "≈", gettext_lazy("尾差"), 4)
MISSING = Sign("missing", "!", gettext_lazy("没有写明"), 5)
UNDEFINED = Sign("undefined", "÷0", gettext_lazy("百分比没有意义"), 6)
ELSEWHERE = Sign("elsewhere", "≠", gettext_lazy("和别处不一致"), 7)
INCONSISTENT = Sign("inconsistent", "≠", gettext_lazy("不一致"), 8)
BROKEN = Sign(Outcome.BROKEN.value, "≠", gettext_lazy("矛盾"), 9)

OF_OUTCOMES = {sign.key: sign for sign in (BROKEN, ROUNDING, UNCHECKED, EQUAL)}
OF_VERDICTS = {
    Verdict.CONTRADICTION: BROKEN,
    Verdict.INCONSISTENCY: INCONSISTENT,
    Verdict.MEANINGLESS: UNDEFINED,
    Verdict.UNTOLD: MISSING,
    Verdict.WORDING: WORDING,
}


def sign_of(result: Result | Brief) -> Sign:
    """The sign of the outcome; of what is broken, the one that says of which kind it is."""
    verdict = verdict_of(result)
    return OF_VERDICTS[verdict] if verdict else OF_OUTCOMES[result.outcome.value]
