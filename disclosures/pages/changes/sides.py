"""One of two revisions that are compared: what its rows are called, what their fields say, and where that stands."""

from typing import Any
from urllib.parse import quote

from django.db.models import Field
from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.checks.places import PARTS as ROWS_OF_FORMS
from disclosures.statements.fields import Amount, field_of
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
from disclosures.statements.terms import term

_WORDS = {Paragraph: "p", Duty: "d", UnitInScope: "u", Term: "t"}  # as the page of the text calls them
_ROWS = {PerformanceTask: ROWS_OF_FORMS["task"], PerformanceIndicator: ROWS_OF_FORMS["indicator"]}


class Side:
    """A revision with all its parts; no query."""

    def __init__(self, disclosure: Disclosure, parts: dict, links: DisclosureLinks):
        self.disclosure, self.parts, self.links = disclosure, parts, links
        self._heads = {head.number: head for head in parts[StatementHead]}
        self._forms = {form.pk: number for number, form in enumerate(parts[PerformanceForm], start=1)}

    def text(self, row: Any, name: str) -> str:
        """What the field says, as printed; "" where it is blank."""
        field = field_of(type(row), name)
        if isinstance(field, Amount):
            return row.text(name, self._precision(row))
        value = field.value_from_object(row)
        if isinstance(value, bool):
            return _("是") if value else _("否")
        return (
            _("；").join(_("{key}：{text}").format(key=key, text=text) for key, text in value.items())
            if isinstance(value, dict)
            else str(value or "")
        )

    def summary(self, row: Part) -> str:
        """The row in a line: its figures under their titles; the words of what has none."""
        if not isinstance(row, WithAmounts):
            return getattr(row, "definition", "") or str(row)
        figures = ((title_of(column), self.text(row, column.name)) for column in row.columns())
        return _("，").join(f"{term(title)} {text}" for title, text in figures if text) or _("没有数字")

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
        head = self._heads.get(row.number) if isinstance(row, StatementLine) else None
        return (head or StatementHead()).precision_in(self.disclosure)


def title_of(field: Field) -> str:
    """What forms call the field."""
    if isinstance(field, Amount):
        return f"{field.group} {field.title}" if field.group else field.title
    return str(field.verbose_name)


def label_of(row: Any) -> str:
    """What to call the row within its part; "" for words, which speak for themselves."""
    if isinstance(row, StatementLine):
        code = getattr(row, "code", "")
        code = code if code.isdigit() else ""
        return f"{code} {row.name or row.printed_name}".strip()
    return "" if isinstance(row, StatementHead) else getattr(row, "name", "")
