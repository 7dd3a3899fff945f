"""The lines of one table, and what a reader can ask of just these: codes, levels, columns and rows without figures."""

from decimal import Decimal
from functools import cached_property

from disclosures.classification.code_tree import CodeTree
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import SIDES
from disclosures.statements.lines import AccountLine, AnyLine, ClassifiedLine
from disclosures.statements.loaded import LoadedTable
from disclosures.tables.heads import Column, amount_columns
from disclosures.tables.selection import Extent, Level, Selection


class TableLines:
    """All lines that a disclosure has for a table, in the order of the document."""

    def __init__(self, table: LoadedTable):
        self.model, self.lines, self.year, self.precision = table.model, table.lines, table.year, table.precision
        self.has_sides = issubclass(self.model, AccountLine)
        self.has_codes = issubclass(self.model, ClassifiedLine)

    @cached_property
    def code_lines(self) -> list[AnyLine]:
        """The lines that stand for a code; none where the rows of the table are no codes."""
        return [line for line in self.lines if not line.is_total] if self.has_codes else []

    @cached_property
    def tree(self) -> CodeTree:
        """The codes of the table."""
        return CodeTree(line.code for line in self.code_lines)

    @cached_property
    def amounts(self) -> list[Decimal]:
        """元: every figure that is printed, exact."""
        return [amount for line in self.lines for amount in line.amounts.values() if amount is not None]

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels worth choosing from, down to the deepest that has a code."""
        deepest = max(map(self.tree.depth, self.tree.codes), default=0)
        return tuple(level for level in Level if level.depth <= deepest) if deepest > 1 else ()

    @property
    def parts(self) -> tuple[Amount, ...]:
        """The columns that the form of the year adds up, in its first sum."""
        sums = self.model.column_identities(self.year)[:1]
        return tuple(self.model.column(name) for identity in sums for _, name in identity.terms)

    @cached_property
    def blank_lines(self) -> list[AnyLine]:
        """The lines without any figure."""
        return [line for line in self.lines if all(amount is None for amount in line.amounts.values())]

    def level(self, line: AnyLine) -> int:
        """How far the line is set in: by its code, or as the form has it; a line unknown to it stands like most."""
        if self.has_codes:
            return 0 if line.is_total else self.tree.depth(line.code)
        row = line.form_row if self.has_sides else next((row for row in line.outline if row.key == line.key), None)
        return row.level if row else 0

    def above(self, line: AnyLine) -> tuple[str, ...]:
        """The codes that the line stands below, outermost first."""
        return self.tree.above(line.code) if self.has_codes else ()

    def on_side(self, side: str) -> list[AnyLine]:
        """The lines of one half of an account; all lines of other tables."""
        return [line for line in self.lines if line.side == side] if side else self.lines

    def empty_columns(self, side: str = "") -> tuple[Column, ...]:
        """The columns of the form in which no line prints a figure; none where that leaves nothing."""
        printed = {name for line in self.on_side(side) for name, value in line.amounts.items() if value is not None}
        columns = self.form_columns(side)
        empty = tuple(column for column in columns if column.name not in printed)
        return () if len(empty) == len(columns) else empty

    def form_columns(self, side: str = "") -> tuple[Column, ...]:
        """The columns that this form has: those with a printed number, and one without where it holds a figure."""
        columns = amount_columns(self.model, side, self.year)
        numbered = any(column.number for column in columns)
        lines = self.on_side(side)
        return tuple(
            column
            for column in columns
            if column.number or not numbered or any(getattr(line, column.name) is not None for line in lines)
        )

    def shown_columns(self, selection: Selection, side: str = "") -> tuple[Column, ...]:
        """The columns that the selection asks for."""
        left_out = self.empty_columns(side) if selection.columns == Extent.USED else ()
        return tuple(column for column in self.form_columns(side) if column not in left_out)

    @cached_property
    def hideable_columns(self) -> tuple[Column, ...]:
        """The empty columns of all sides."""
        sides = [side for side, _ in SIDES] if self.has_sides else [""]
        return tuple(column for side in sides for column in self.empty_columns(side))

    @cached_property
    def sortable_columns(self) -> tuple[Column, ...]:
        """The columns that codes can stand by, largest first: those in which a code has a figure."""
        if not self.tree.has_siblings:
            return ()
        printed = {name for line in self.code_lines for name, value in line.amounts.items() if value is not None}
        return tuple(column for column in self.form_columns() if column.name in printed)

    def shown_lines(self, selection: Selection) -> list[AnyLine]:
        """All lines, or those with a figure; what holds a figure keeps the codes above it."""
        if selection.rows == Extent.ALL:
            return self.lines
        blank = set(map(id, self.blank_lines))
        codes = {line.code for line in self.code_lines if id(line) not in blank}
        parents = {parent for code in codes for parent in self.tree.above(code)}
        return [line for line in self.lines if id(line) not in blank or (self.has_codes and line.code in parents)]

    def effective(self, selection: Selection) -> Selection:
        """The selection without what this table lacks or what changes nothing: one address for one sight."""
        sortable = {column.name for column in self.sortable_columns}
        some_blank = self.blank_lines and len(self.blank_lines) < len(self.lines)
        return Selection(
            code=selection.code if selection.code in self.tree else "",
            level=selection.level if selection.level in self.levels[:-1] else Selection.level,
            fold=tuple(code for code in selection.fold if code in self.tree and self.tree.children[code]),
            unit=None if selection.unit == self.precision.unit else selection.unit,
            columns=selection.columns if self.hideable_columns else Selection.columns,
            rows=selection.rows if some_blank else Selection.rows,
            sort=selection.sort if selection.sort in sortable else Selection.sort,
        )
