"""Which columns a grid has on which half, and which fields of a row stay out of the way."""

from dataclasses import dataclass

from disclosures.entry.rows.fields import label_of
from disclosures.entry.rows.lines import typed_names
from disclosures.statements.fields import Amount, field_of
from disclosures.statements.form_rows import SIDES
from disclosures.statements.lines import AccountLine, Part, StatementLine
from disclosures.tables.heads import Column, HeadRow, amount_columns, head_of, label_columns


@dataclass(frozen=True)
class Half:
    """One table of the grid: an account has two, each with its own side of it; `head` is as the form prints it."""

    side: str
    title: str
    columns: tuple[Column, ...]
    extras: tuple[Column, ...]  # fields that nobody types in the usual way: shown on demand

    @property
    def head(self) -> tuple[HeadRow, ...]:
        return head_of(self.columns, self.title)


def halves_of(model: type[Part], year: int) -> tuple[Half, ...]:
    """The halves of an account, the one table of any other part."""
    typed = typed_names(model, year)
    if issubclass(model, AccountLine):
        sides = ((side, title, label_columns(model) + amount_columns(model, side, year)) for side, title in SIDES)
        own = {column.name for column in model.columns(year)}
        return tuple(
            Half(side, title, columns, _extras(model, [*own, "name", "line"], typed)) for side, title, columns in sides
        )
    columns = _columns(model, year, typed)
    return (Half("", "", columns, _extras(model, [column.name for column in columns], typed)),)


def _columns(model: type[Part], year: int, typed: list[str]) -> tuple[Column, ...]:
    """As the official form has them; without such a form, every field in its order but the place."""
    if issubclass(model, StatementLine):
        return label_columns(model) + amount_columns(model, year=year)
    return tuple(_column(model, name) for name in typed if name != "place")


def _extras(model: type[Part], shown: list[str], typed: list[str]) -> tuple[Column, ...]:
    return (Column("order", "序号"), *(_column(model, name) for name in typed if name not in shown))


def _column(model: type[Part], name: str) -> Column:
    field = field_of(model, name)
    return Column(name, label_of(field), is_amount=isinstance(field, Amount))
