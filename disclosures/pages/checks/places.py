"""Where a finding is told and each of its figures is seen: the cell, the paragraph or the field that shows it."""

from functools import cache, cached_property
from urllib.parse import quote

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import cell_anchor, finding_anchor, form_anchor, text_anchor
from disclosures.amounts import Outcome
from disclosures.checks.checking import Report
from disclosures.checks.figures import Figure
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.outcomes import Result
from disclosures.checks.performance.figures import name_of
from disclosures.checks.spots import CellSpot, FormSpot, Spot, TableSpot, TextSpot
from disclosures.checks.wording.english import Known
from disclosures.statements.models import Disclosure, PerformanceForm


class Places:
    """The addresses of one disclosure's findings and their figures; one query, when the first of these stands in a
    performance form.
    """

    def __init__(self, disclosure: Disclosure, links: DisclosureLinks, report: Report):
        self.disclosure, self.links, self._report = disclosure, links, report
        # A page leads to hundreds of figures on a dozen pages.
        self._table, self._form = cache(links.table), cache(links.performance_form)

    def href(self, figure: Figure | None) -> str:
        """Where the figure is shown; "" for one that stands nowhere."""
        spot = figure.spot if figure else None
        if isinstance(spot, CellSpot):
            return f"{self._table(spot.number)}#{quote(cell_anchor(spot, is_blank=figure.value is None))}"
        return self._href(spot)

    def told_at(self, result: Result) -> str:
        """Where a result is told in full; what is not broken is unfolded there when its outcome is asked for."""
        outcome = "" if result.outcome == Outcome.BROKEN else result.outcome.value
        return f"{self.links.checks(outcome)}#{finding_anchor(result.key)}"

    def title(self, figure: Figure) -> str:
        """What the table, the form or the text is called in which the figure stands."""
        spot = figure.spot
        if isinstance(spot, FormSpot):
            return self._forms[spot.form][1] if spot.form in self._forms else ""
        return (
            _("公开{number}表").format(number=spot.number) if isinstance(spot, CellSpot | TableSpot) else _("文字说明")
        )

    @cached_property
    def _linked(self) -> dict[tuple[int, int], Link]:
        """The figures of the text whose meaning is known, by where they begin."""
        known = (link for link in self._report.links if link.sign != TextSign.UNLINKED)
        return {(link.paragraph, link.start): link for link in known}

    @cached_property
    def known(self) -> Known:
        """What is known of the disclosure, for findings that are told in English."""
        return Known(self.disclosure.precision.unit, self._linked, self._number)

    def _number(self, position: int) -> int | None:
        """The number of the form in its address; None for one that is not there."""
        return self._forms[position][0] if position in self._forms else None

    def _href(self, spot: Spot | None) -> str:
        if isinstance(spot, TextSpot):
            is_linked = (spot.paragraph, spot.start) in self._linked
            return f"{self._narrative}#{text_anchor(spot.paragraph, spot.start if is_linked else None)}"
        if isinstance(spot, FormSpot):
            return self._field(spot)
        return self._table(spot.number) if isinstance(spot, TableSpot) else ""

    def _field(self, spot: FormSpot) -> str:
        number = self._number(spot.form)
        return f"{self._form(number)}#{form_anchor(spot)}" if number else ""

    @cached_property
    def _narrative(self) -> str:
        return self.links.narrative()

    @cached_property
    def _forms(self) -> dict[int, tuple[int, str]]:
        """The numbers of the forms in addresses, and what the checks call them, by position."""
        forms = PerformanceForm.objects.filter(disclosure=self.disclosure).only("position", "kind", "name")
        return {
            form.position: (number, str(name_of(form))) for number, form in enumerate(forms.order_by("position"), 1)
        }
