"""A rise or fall against the year before, as the text tells it; a page of one revision knows no other year."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.checks.narrative.links import Link
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.pages.attention.notices import Found, Notice
from disclosures.pages.attention.seen import Seen
from disclosures.pages.shared.sentences import Phrase, phrased

# The first of each row that the text compares speaks for the others, which say the same of a part of the money.
SUBJECTS = (
    (("expenditure_total", "expenditure_this_year", "fiscal_expenditure"), gettext_lazy("支出")),
    (("public:total",), gettext_lazy("“三公”经费")),
    (("public:official_reception",), gettext_lazy("公务接待费")),
    (("public:official_vehicles", "public:vehicle_operation"), gettext_lazy("公务用车购置及运行费")),
    (("agency_running",), gettext_lazy("机关运行经费")),
)


def against_last_year(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Changes that are large in themselves and against what there was, with the reason that the text gives."""
    for subjects, words in SUBJECTS:
        growth = next((one for one in _growths(seen) if one.subject in subjects), None)
        change = seen.together(growth, Role.CHANGE) if growth else None
        if growth and change and growth.value >= notice.share and abs(change.value) >= notice.least:
            is_less = change.is_less != (change.value < 0)
            template = (
                _("{what}比上年少 {amount}（−{share}）。") if is_less else _("{what}比上年多 {amount}（+{share}）。")
            )
            share = Phrase(" ".join(growth.text.split()), seen.at(growth))
            amount = seen.as_said(change, abs(change.value))
            sentence = phrased(template, what=Phrase(str(words)), amount=amount, share=share)
            yield Found(growth.subject, sentence, abs(change.value), seen.reason_after(growth, of_a_change=True))


def _growths(seen: Seen) -> Iterator[Link]:
    """A fall is printed without a sign."""
    return (link for link in seen.said if link.role == Role.GROWTH and link.value > 0)
