"""The unit's answers to findings stay with the findings that say the same after a document was read again."""

from collections.abc import Iterator

from disclosures.checks.checking import check
from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure

_LONGEST = 30  # characters of an answer that are enough to know it again
_GONE = "答复“{text}”：所答的核对项没有了或者变了，请看是否还要答复。"

Said = dict[str, str]  # findings by their keys, as sentences


def findings_of(disclosure: Disclosure) -> Said:
    """What the checks say, for a disclosure to which the unit has answered something; {} for all others."""
    if not Answer.objects.filter(disclosure=disclosure).exclude(text="").exists():
        return {}
    return {result.key: result.message for result in report_of(disclosure).results}


def keep_answers(before: Disclosure, said: Said, draft: Disclosure) -> Iterator[str]:
    """Copy answers to a correction; a sentence for each whose finding is another one, or gone. `said` as it was."""
    answers = list(Answer.objects.filter(disclosure=before).exclude(text="").order_by("pk"))
    now = {result.key: result.message for result in check(load(draft)).results} if answers else {}
    for answer in answers:
        if answer.finding not in now or now[answer.finding] != said.get(answer.finding):
            yield _GONE.format(text=answer.text[:_LONGEST])
        elif draft != before:
            Answer.objects.create(
                disclosure=draft, finding=answer.finding, text=answer.text, answered_by=answer.answered_by
            )
