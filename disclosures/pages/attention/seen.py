"""What the editorial rules look at: the parts of one disclosure, what its text says of which figure, and addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import text_anchor
from disclosures.amounts import decimals_of, printed
from disclosures.checks.checking import Report
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.pages.attention.notices import Quote
from disclosures.pages.attention.reasons import reason_in
from disclosures.pages.shared.sentences import Phrase, figure, published
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import Paragraph, PerformanceForm

SOUND = (TextSign.EQUAL, TextSign.ROUNDING, TextSign.NOT_CHECKABLE)  # what a check contradicts is a finding of its own
CODE = "code:05:"  # how a code of table 05 is called as a subject of the text


@dataclass(frozen=True)
class Seen:
    """One disclosure; no query once its parts are loaded."""

    loaded: LoadedDisclosure
    report: Report
    links: DisclosureLinks

    @cached_property
    def said(self) -> tuple[Link, ...]:
        """The figures of the text whose meaning is known and which no check contradicts."""
        return tuple(link for link in self.report.links if link.sign in SOUND)

    @cached_property
    def _texts(self) -> dict[int, Paragraph]:
        return {paragraph.position: paragraph for paragraph in self.loaded.paragraphs}

    @cached_property
    def forms(self) -> dict[int, Form]:
        """The self-evaluations by their numbers in addresses."""
        ordered = sorted(self.loaded.forms, key=lambda form: form.form.position)
        return dict(enumerate(ordered, start=1))

    def projects(self) -> Iterator[tuple[int, Form]]:
        """Those of projects."""
        return ((number, form) for number, form in self.forms.items() if form.form.kind == PerformanceForm.PROJECT)

    def first(self, subject: str, *roles: Role) -> Link | None:
        """The first figure that the text gives for it in one of these roles."""
        return next((link for link in self.said if link.subject == subject and link.role in roles), None)

    def together(self, link: Link, role: Role) -> Link | None:
        """The figure of the same subject in that role that the same paragraph has, the nearest behind it or before."""
        same = [
            one for one in self.said if (one.paragraph, one.subject, one.role) == (link.paragraph, link.subject, role)
        ]
        return min(same, key=lambda one: (one.start < link.start, abs(one.start - link.start)), default=None)

    # -----------------------------------------------------------------------------------------------------------------
    # Words
    # -----------------------------------------------------------------------------------------------------------------

    def amount(self, value: Decimal, href: str = "") -> Phrase:
        """元, exact, as a figure in the unit of the document."""
        precision = self.loaded.disclosure.precision
        text = printed(value, precision.unit, decimals_of(value, precision.unit, precision.decimals))
        return figure(text, precision.unit, href)

    def as_said(self, link: Link, value: Decimal | None = None) -> Phrase:
        """An amount of the text, leading to where it is said."""
        return self.amount(link.value if value is None else value, self.at(link))

    def at(self, link: Link) -> str:
        return f"{self.links.narrative()}#{text_anchor(link.paragraph, link.start)}"

    def name_of(self, subject: str) -> Phrase:
        """A code by the name that table 05 prints; else the whole that the text speaks of."""
        line = self.loaded.row("05", subject.removeprefix(CODE)) if subject.startswith(CODE) else None
        if line:
            return published(line.name)
        return Phrase(_("一般公共预算财政拨款支出") if subject == "general_expenditure" else _("财政拨款支出"))

    # -----------------------------------------------------------------------------------------------------------------
    # Reasons
    # -----------------------------------------------------------------------------------------------------------------

    def reason_after(self, link: Link | None, *, of_a_change: bool = False) -> Quote | None:
        """The reason that the paragraph of a figure gives behind it."""
        if link is None or link.paragraph not in self._texts:
            return None
        words = reason_in(self._texts[link.paragraph].text, link.start, of_a_change=of_a_change)
        return Quote(words, f"{self.links.narrative()}#{text_anchor(link.paragraph)}") if words else None

    def reason_for(self, subject: str) -> Quote | None:
        """The reason of the first paragraph that speaks of it and gives one; its own paragraph has the least others."""
        own = sorted(
            (link for link in self.said if link.subject == subject and link.role == Role.ACTUAL),
            key=lambda one: len({other.subject for other in self.said if other.paragraph == one.paragraph}),
        )
        return next((quote for link in own if (quote := self.reason_after(link))), None)
