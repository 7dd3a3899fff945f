"""More or less than the year before, as the document's own text tells it: a page of one revision knows no other."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import text_anchor
from disclosures.amounts import decimals_of, printed
from disclosures.checks.checking import Report
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.pages.shared.sentences import Phrase, Sentence, figure
from disclosures.statements.models import Disclosure

# What the text may compare with the year before, in the order in which it answers how much was spent.
SUBJECTS = {
    "expenditure_total": gettext_lazy("支出"),
    "expenditure_this_year": gettext_lazy("支出"),
    "fiscal_expenditure": gettext_lazy("财政拨款支出"),
    "fiscal_or_general": gettext_lazy("财政拨款支出"),
    "income_total": gettext_lazy("收入"),
}
# What the checks contradict is a finding, and no answer.
SOUND = (TextSign.EQUAL, TextSign.ROUNDING, TextSign.NOT_CHECKABLE)


@dataclass(frozen=True)
class LastYear:
    """`amount` and `percent` are the printed texts without a sign, in the unit of the document; `percent` may be "".
    `is_of_spending` tells whether all spending is compared."""

    subject: str
    amount: str
    unit: str
    percent: str
    href: str
    is_less: bool
    is_same: bool
    is_of_spending: bool

    @property
    def sentence(self) -> Sentence:
        """“支出比上年少 331.83 万元（−20.82%）。”"""
        if self.is_same:
            return (Phrase(_("{subject}和上年一样多。").format(subject=self.subject)),)
        begun = _("{subject}比上年少 ") if self.is_less else _("{subject}比上年多 ")
        told = (Phrase(begun.format(subject=self.subject)), figure(self.amount, self.unit, self.href))
        return (*told, Phrase((_("（{share}）").format(share=self._signed) if self.percent else "") + _("。")))

    @property
    def note(self) -> str:
        """“比上年少 20.82%”; "" where no percentage is printed."""
        if self.is_same or not self.percent:
            return ""
        return (_("比上年少 {share}") if self.is_less else _("比上年多 {share}")).format(share=self.percent)

    @property
    def _signed(self) -> str:
        return f"{'−' if self.is_less else '+'}{self.percent}"


def last_year_of(disclosure: Disclosure, report: Report, links: DisclosureLinks) -> LastYear | None:
    """The first change of spending that the text tells and no check contradicts; no query."""
    sound = [link for link in report.links if link.sign in SOUND]
    changes = {link.subject: link for link in reversed(sound) if link.role == Role.CHANGE}
    change = next((changes[key] for key in SUBJECTS if key in changes), None)
    if change is None:
        return None
    growth = _growth(change, sound)
    unit = disclosure.precision.unit
    return LastYear(
        subject=str(SUBJECTS[change.subject]),
        amount=printed(abs(change.value), unit, decimals_of(change.value, unit, disclosure.decimals)),
        unit=unit,
        percent=growth.text if growth else "",
        href=f"{links.narrative()}#{text_anchor(change.paragraph, change.start)}",
        is_less=change.is_less != (change.value < 0),
        is_same=not change.value,
        is_of_spending=change.subject.startswith("expenditure"),
    )


def _growth(change: Link, links: Iterable[Link]) -> Link | None:
    """The percentage that the same paragraph prints for the same change."""
    said = (change.paragraph, change.subject, change.is_less)
    growths = (link for link in links if link.role == Role.GROWTH and link.value >= 0)
    return next((link for link in growths if (link.paragraph, link.subject, link.is_less) == said), None)
