"""From the rows of a recognised table to lines of its statement, one maker for each shape of table."""

import re
from collections.abc import Iterator
from itertools import chain

from disclosures.amounts import Precision
from disclosures.classification.codes import is_code
from disclosures.documents.items import Cell
from disclosures.intake.blocks import Row
from disclosures.intake.figures import is_figure, take_figure
from disclosures.intake.heads import Panel
from disclosures.intake.ledger import Ledger
from disclosures.intake.matching import Fields
from disclosures.intake.recognise import Recognised
from disclosures.intake.wording import bare, is_total
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure, ThreePublicExpenses
from disclosures.statements.outlines import EXPENDITURE, INCOME, FormRow

_CODE_AND_NAME = re.compile(r"(\d{3}(?:\d{2}){0,2})\s*([^\W\d].*)", re.DOTALL)
_NUMBERING = re.compile(r"^(?:其中:|[一二三四五六七八九十]+、|\(?\d+\)?[、.]?|其中)+")


def lines_of(table: Recognised, precision: Precision, ledger: Ledger) -> list[StatementLine]:
    """The lines of the table in the order of the form, not yet saved."""
    model = STATEMENTS[table.number]
    if issubclass(model, BasicExpenditure):
        lines = _by_economic_code(table, precision, ledger)
    elif issubclass(model, ClassifiedLine):
        lines = _classified(model, table, precision, ledger)
    elif issubclass(model, AccountLine):
        lines = _account(model, table, precision, ledger)
    else:
        lines = _three_public(table, precision, ledger)
    lines = list(lines)
    for position, line in enumerate(lines, start=1):
        line.position = position
    return lines


# ---------------------------------------------------------------------------------------------------------------------
# What every shape needs
# ---------------------------------------------------------------------------------------------------------------------


def _at(row: Row, position: int | None) -> Cell | None:
    """The printed cell of a row at that column."""
    return row[position] if position is not None and position < len(row) and row[position] else None


def _words(cell: Cell | None) -> str:
    return re.sub(r"\s*\n\s*", "", cell.text).strip() if cell else ""


def _first(cells: list[Cell | None]) -> str:
    return next((cell.place for cell in cells if cell), "")


def _take_figures(line: StatementLine, row: Row, fields: Fields, precision: Precision, ledger: Ledger) -> None:
    for position, column in fields.items():
        if cell := _at(row, position):
            take_figure(line, column, cell, precision, ledger)


def _key_of(name: str, outline: tuple[FormRow, ...], start: int = 0) -> int | None:
    """Where the form prints a row of that name, at or after `start`; numbering does not count."""
    wanted = _unnumbered(name)
    for n, row in enumerate(outline[start:], start=start):
        if wanted in {_unnumbered(one) for one in row.names}:
            return n
    return None


def _unnumbered(name: str) -> str:
    return _NUMBERING.sub("", bare(name))


# ---------------------------------------------------------------------------------------------------------------------
# Rows with codes: 02 03 05 08 09
# ---------------------------------------------------------------------------------------------------------------------


def _classified(
    model: type[ClassifiedLine], table: Recognised, precision: Precision, ledger: Ledger
) -> Iterator[ClassifiedLine]:
    (panel,), (fields,) = table.panels, table.fields
    for row in table.rows:
        labels = [_at(row, position) for position in (*panel.codes, panel.name)]
        figures = [cell for position in fields if (cell := _at(row, position))]
        if not any(labels) and not figures:
            continue
        code, name = _code_and_name(model, panel, row)
        if not code and not is_total(name):
            ledger.warn(
                next(cell for cell in (*labels, *figures) if cell), "这一行没有科目编码，也不是合计，没有读入。"
            )
            continue
        ledger.use(*(cell for cell in labels if cell))
        line = model(code=code, name=name, printed_name=name, place=_first([*labels, *figures]))
        _take_figures(line, row, fields, precision, ledger)
        yield line


def _code_and_name(model: type[ClassifiedLine], panel: Panel, row: Row) -> tuple[str, str]:
    """Code and name, whether the code stands in one cell, in three, or before the name."""
    code = "".join(bare(_words(_at(row, position))) for position in panel.codes)
    name = _words(_at(row, panel.name))
    if is_code(code, model.scheme):
        return code, name
    if match := _CODE_AND_NAME.fullmatch(name or code):
        return match[1], match[2].strip()
    return "", name or code


# ---------------------------------------------------------------------------------------------------------------------
# Panels side by side: 06
# ---------------------------------------------------------------------------------------------------------------------


def _by_economic_code(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[BasicExpenditure]:
    totals = []
    for n, (panel, fields) in enumerate(zip(table.panels, table.fields, strict=True)):
        for index, row in enumerate(table.rows):
            code, name = _code_and_name(BasicExpenditure, panel, row)
            key = _key_of(name, BasicExpenditure.outline)
            if not code and key is None:
                continue
            labels = [cell for position in (*panel.codes, panel.name) if (cell := _at(row, position))]
            ledger.use(*labels)
            line = BasicExpenditure(name=name, printed_name=name, place=labels[0].place)
            if code:
                line.code = code
                _take_figures(line, row, fields, precision, ledger)
                yield line
            else:
                line.code = BasicExpenditure.outline[key].key
                cell = _footer_figure(table, n, index, ledger)
                if cell:
                    take_figure(line, BasicExpenditure.columns()[0], cell, precision, ledger)
                totals.append(line)
    yield from totals


def _footer_figure(table: Recognised, panel: int, index: int, ledger: Ledger) -> Cell | None:
    """The figure of a footer: right of its label up to the next one, or alone in the row below."""
    row = table.rows[index]
    start = min((*table.panels[panel].codes, table.panels[panel].name or 0))
    for cell in row[start + 1 :]:
        if cell and is_figure(cell.text):
            return cell
        if cell and _key_of(cell.text, BasicExpenditure.outline) is not None:
            break
    below = [cell for cell in chain.from_iterable(table.rows[index + 1 : index + 2]) if cell]
    if len(below) == 1 and is_figure(below[0].text) and not ledger.is_used(below[0]):
        ledger.repair(below[0], below[0].text, f"{row[start].text} {below[0].text}", "合计数单独落在下一行")
        return below[0]
    return None


# ---------------------------------------------------------------------------------------------------------------------
# Two sides: 01 04
# ---------------------------------------------------------------------------------------------------------------------


def _account(
    model: type[AccountLine], table: Recognised, precision: Precision, ledger: Ledger
) -> Iterator[AccountLine]:
    for side, panel, fields in zip((INCOME, EXPENDITURE), table.panels, table.fields, strict=True):
        outline = tuple(row for row in model.outline if row.side == side)
        reached = 0
        for row in table.rows:
            label, number = _at(row, panel.name), _at(row, panel.line)
            figures = [cell for position in fields if (cell := _at(row, position))]
            if not (label or number or figures):
                continue
            ledger.use(*(cell for cell in (label, number) if cell))
            name = _words(label)
            line = model(side=side, name=name, printed_name=name, place=_first([label, number, *figures]))
            line.line = _line_number(number, ledger)
            found = _key_of(name, outline, reached) if name else None
            if found is not None:
                line.item, reached = outline[found].key, found + 1
            elif name or figures:
                ledger.warn(label or figures[0], "表样里没有这一行；照原样保留。")
            _take_figures(line, row, fields, precision, ledger)
            yield line


def _line_number(cell: Cell | None, ledger: Ledger) -> int | None:
    if not cell:
        return None
    text = bare(cell.text).removesuffix(".0")
    if text.isdigit():
        return int(text)
    ledger.warn(cell, "行次不是数字。")
    return None


# ---------------------------------------------------------------------------------------------------------------------
# The three public expenses: 07
# ---------------------------------------------------------------------------------------------------------------------


def _three_public(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    (panel,), (fields,) = table.panels, table.fields
    for row in table.rows:
        label = _at(row, panel.name)
        found = _key_of(label.text, ThreePublicExpenses.outline) if label else None
        if found is None:
            for cell in filter(None, row):
                ledger.warn(cell, "表样里没有这一项，没有读入。")
            continue
        ledger.use(label)
        item, name = ThreePublicExpenses.outline[found], _words(label)
        line = ThreePublicExpenses(code=item.key, name=name, printed_name=name, place=label.place)
        _take_figures(line, row, fields, precision, ledger)
        yield line
