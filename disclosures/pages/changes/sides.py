"""One of two revisions that are compared: what its rows are called, what their fields say, and where that stands."""

from typing import Any
from urllib.parse import quote

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import PARTS as ROWS_OF_FORMS
from disclosures.publication.changes.values import precision_of, summary_of, text_of
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AnyLine, Part, StatementLine, WithAmounts
from disclosures.statements.models import (
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
    Term,
    UnitInScope,
)

_WORDS = {Paragraph: "p", Duty: "d", UnitInScope: "u", Term: "t"}  # as the page of the text calls them
_ROWS = {PerformanceTask: ROWS_OF_FORMS["task"], PerformanceIndicator: ROWS_OF_FORMS["indicator"]}


class Side:
    """A revision with all its parts; no query."""

    def __init__(self, disclosure: Disclosure, parts: dict, links: DisclosureLinks):
        self.disclosure, self.parts, self.links = disclosure, parts, links
        self._forms = {form.pk: number for number, form in enumerate(parts[PerformanceForm], start=1)}

    def text(self, row: Any, name: str) -> str:
        """What the field says, as printed; "" where it is blank."""
        return text_of(row, name, self._precision(row) if isinstance(row, WithAmounts) else None)

    def summary(self, row: Part) -> str:
        """The row in a line: its figures under their titles; the words of what has none."""
        return summary_of(row, self._precision(row) if isinstance(row, WithAmounts) else None)

    def href(self, row: Any, key: str, name: str = "") -> str:
        """Where the field is seen; where the row is, if the field has no address of its own."""
        if isinstance(row, StatementLine):
            return f"{self.links.table(row.number)}#{quote(self._cell(row, key, name))}"
        if isinstance(row, StatementHead):
            return self.links.table(row.number)
        if type(row) in _WORDS:
            return f"{self.links.narrative()}#{_WORDS[type(row)]}{row.position}"
        if isinstance(row, PerformanceForm):
            return f"{self.links.performance_form(self._forms[row.pk])}#{name}"
        return f"{self.links.performance_form(self._forms[row.form_id])}#{_ROWS[type(row)]}{row.position}"

    def _cell(self, row: AnyLine, key: str, name: str) -> str:
        """The anchor of the cell; of its row for what is no figure, or is blank and may stand in a hidden column."""
        if not name or not isinstance(field := row._meta.get_field(name), Amount) or getattr(row, name) is None:
            return key
        return f"{key}.{field.number_on(getattr(row, 'side', '')) or name}"

    def _precision(self, row: WithAmounts):
        return precision_of(row, self.disclosure, self.parts[StatementHead])
