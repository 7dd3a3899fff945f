"""Rows that stand for codes: tables 02, 03, 05, 08 and 09."""

import re
from collections.abc import Iterator

from disclosures.classification.codes import is_code
from disclosures.documents.items import BLANK
from disclosures.intake.ledger import Ledger
from disclosures.intake.rows.cells import TableRow, words
from disclosures.intake.rows.printed import PrintedLine
from disclosures.intake.wording import bare, is_total
from disclosures.statements.lines import ClassifiedLine

_CODE_AND_NAME = re.compile(r"(\d{3}(?:\d{2}){0,2})\s*([^\W\d].*)", re.DOTALL)


def classified_lines(model: type[ClassifiedLine], rows: list[TableRow], ledger: Ledger) -> Iterator[PrintedLine]:
    """A line for each row with a code, and one for the total."""
    above = ""
    for row in rows:
        if not row.first:
            continue
        code, name = code_and_name(model, row, above)
        if not code and not is_total(name):
            ledger.warn(row.first, "这一行没有科目编码，也不是合计，没有读入。")
            continue
        above = code or above
        ledger.use(*row.used)
        line = model.new(code=code, name=name, printed_name=name, place=row.first.place)
        yield PrintedLine(line, row.first, row.cells)


def code_and_name(model: type[ClassifiedLine], row: TableRow, above: str = "") -> tuple[str, str]:
    """Code and name, whether the code stands in one cell, in three, or before the name."""
    parts = [bare(words(cell)).removesuffix(".0") for cell in row.codes]
    if code := _code(model.scheme, parts, above):
        return code, row.name
    printed = words(next(filter(None, row.codes), BLANK))
    for text in (row.name, printed):
        if match := _CODE_AND_NAME.fullmatch(text):
            return match[1], match[2].strip()
    return "", row.name or printed


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
