"""Rows that stand for codes: tables 02, 03, 05, 08 and 09."""

import re
from collections.abc import Iterator

from disclosures.amounts import Precision
from disclosures.classification.codes import is_code
from disclosures.documents.items import Cell
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.heads import Panel
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import at, figures_in, first_place, take_figures, words
from disclosures.intake.wording import bare, is_total
from disclosures.statements.lines import ClassifiedLine

_CODE_AND_NAME = re.compile(r"(\d{3}(?:\d{2}){0,2})\s*([^\W\d].*)", re.DOTALL)


def classified_lines(
    model: type[ClassifiedLine], table: Recognised, precision: Precision, ledger: Ledger
) -> Iterator[ClassifiedLine]:
    """A line for each row with a code, and one for the total."""
    (panel,), (fields,) = table.panels, table.fields
    above = ""
    seen: dict = {}
    for row in table.rows:
        labels = [at(row, position) for position in (*panel.codes, panel.name)]
        figures = figures_in(row, fields)
        if not any(labels) and not figures:
            continue
        code, name = code_and_name(model, panel, row, above)
        if not code and not is_total(name):
            where = next(cell for cell in (*labels, *figures) if cell)
            ledger.warn(where, "这一行没有科目编码，也不是合计，没有读入。")
            continue
        above = code or above
        ledger.use(*(cell for cell in labels if cell))
        line = model.new(code=code, name=name, printed_name=name, place=first_place([*labels, *figures]))
        take_figures(line, row, fields, precision, ledger)
        _report_again(line, labels, seen, ledger)
        yield line


def _report_again(line: ClassifiedLine, labels: list[Cell | None], seen: dict, ledger: Ledger) -> None:
    """A code that comes twice with other words or figures was read wrong in one of the two rows."""
    first = seen.setdefault(line.code, line)
    if first is line:
        return
    where, again = next(cell for cell in labels if cell), line.code or "合计"
    if (bare(first.name), first.amounts) == (bare(line.name), line.amounts):
        ledger.warn(where, f"{again} 这一行印了两次，另一次在{first.place}。")
    else:
        ledger.fatal(where, f"{again} 出现两次，名称或金额不同，另一次在{first.place}，不能确定数字属于哪一个编码。")


def code_and_name(model: type[ClassifiedLine], panel: Panel, row: Row, above: str = "") -> tuple[str, str]:
    """Code and name, whether the code stands in one cell, in three, or before the name."""
    parts = [bare(words(at(row, position))).removesuffix(".0") for position in panel.codes]
    name = words(at(row, panel.name))
    if code := _code(model.scheme, parts, above):
        return code, name
    printed = words(next((cell for position in panel.codes if (cell := at(row, position))), None))
    for text in (name, printed):
        if match := _CODE_AND_NAME.fullmatch(text):
            return match[1], match[2].strip()
    return "", name or printed


def _code(scheme: str, parts: list[str], above: str) -> str:
    """The code of the cells 类 款 项: put together, the longest one whole, or completed from the row above."""
    parts = [*parts[:1], *(part.zfill(2) if part else "" for part in parts[1:])]  # levels as numbers lose their zeros
    printed = [part for part in parts if part]
    if not printed or not all(part.isascii() and part.isdigit() for part in printed):
        return ""
    if is_code("".join(printed), scheme) and (parts[0] or len(parts) == 1):
        return "".join(printed)
    if is_code(printed[-1], scheme):
        return printed[-1]
    first = parts.index(printed[0])
    completed = above[: 1 + 2 * first] + "".join(printed) if first else ""
    return completed if is_code(completed, scheme) else ""
