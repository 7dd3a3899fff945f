"""What one of two editions says where they differ: in which words, and what these have in common with the other's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field
from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit, Precision
from disclosures.publication.changes.differences import RowChange
from disclosures.statements.fields import Amount, field_of
from disclosures.statements.lines import Part, StatementLine, WithAmounts
from disclosures.statements.models import Disclosure, StatementHead
from disclosures.statements.terms import term

NEAR = 24  # characters that are shown around words that differ

_IN_NUMBER = re.compile(r"[\d.,%]")


@dataclass(frozen=True)
class Value:
    """What one revision says, and where; `href` is "" where it says nothing of the kind.

    `before` and `after` are what it says in the same words as the other revision, around `text`.
    """

    text: str
    href: str = ""
    before: str = ""
    after: str = ""

    def within(self, before: int, after: int) -> "Value":
        """With so many characters at both ends in common with the other revision; the nearest of them are kept."""
        end = len(self.text) - after
        head, tail = self.text[:before], self.text[end:]
        head = head if before <= NEAR else f"…{head[-NEAR:]}"
        tail = tail if after <= NEAR else f"{tail[:NEAR]}…"
        return Value(self.text[before:end], self.href, head, tail)


@dataclass(frozen=True)
class Difference:
    """One difference: the row, the field, and what either revision says. `field` is "" for a whole row."""

    label: str
    field: str
    before: Value | None
    after: Value | None
    is_figure: bool = False


def precision_of(row: Any, disclosure: Disclosure, heads: Iterable[StatementHead]) -> Precision:
    """The unit and decimals that the disclosure prints a row's amounts with; `heads` are those of its tables."""
    number = row.number if isinstance(row, StatementLine) else ""
    head = next((head for head in heads if head.number == number), None)
    return head.precision_in(disclosure) if head else disclosure.precision


def text_of(row: Any, name: str, precision: Precision | None) -> str:
    """What the field says, amounts as printed with that precision; "" where it is blank."""
    field = field_of(type(row), name)
    if isinstance(field, Amount):
        return row.text(name, precision)
    value = field.value_from_object(row)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return (
        _("；").join(_("{key}：{text}").format(key=key, text=text) for key, text in value.items())
        if isinstance(value, dict)
        else str(value or "")
    )


def summary_of(row: Part, precision: Precision | None) -> str:
    """The row in a line: its figures under their titles; the words of what has none."""
    if not isinstance(row, WithAmounts):
        return getattr(row, "definition", "") or str(row)
    figures = ((title_of(column), text_of(row, column.name, precision)) for column in row.columns())
    return _("，").join(f"{term(title)} {text}" for title, text in figures if text) or _("没有数字")


def title_of(field: Field) -> str:
    """What forms call the field."""
    if isinstance(field, Amount):
        return f"{field.group} {field.title}" if field.group else field.title
    return str(field.verbose_name)


def figures_of(
    change: RowChange, line: StatementLine, precision: Precision, unit: AmountUnit
) -> Iterator[tuple[str, str]]:
    """By the anchors of the cells that differ, what the line prints there, which is one side of the change.

    As published where `unit` is the document's own; with all its decimals in another one. "" for a blank.
    """
    for column in line.columns():
        if column.name in change.fields:
            anchor = column.number_on(getattr(line, "side", "")) or column.name
            yield f"{change.key}.{anchor}", line.text(column.name, precision, unit=unit, decimals=unit.finest)


def label_of(row: Any) -> str:
    """What to call the row within its part; "" for words, which speak for themselves."""
    if isinstance(row, StatementLine):
        code = getattr(row, "code", "")
        code = code if code.isdigit() else ""
        return f"{code} {row.name or row.printed_name}".strip()
    return "" if isinstance(row, StatementHead) else getattr(row, "name", "")


def apart(old: Value, new: Value) -> tuple[Value, Value]:
    """Both, with what they begin and end with in common set apart."""
    before = _clear_of_numbers(old.text, new.text, shared_start(old.text, new.text))
    old_end, new_end = old.text[before:][::-1], new.text[before:][::-1]
    after = _clear_of_numbers(old_end, new_end, shared_start(old_end, new_end))
    return old.within(before, after), new.within(before, after)


def _clear_of_numbers(old: str, new: str, shared: int) -> int:
    """The same, but a number that goes on differently is no longer in common: it changed as a whole."""
    if not any(_IN_NUMBER.match(text, shared) for text in (old, new)):
        return shared
    return len(old[:shared].rstrip("0123456789.,%"))


def shared_start(old: str, new: str) -> int:
    """With how many characters both begin."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))
