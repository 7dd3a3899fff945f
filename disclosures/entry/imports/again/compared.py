"""What was compared with the pictures of a scan stays so where the same is read there again; the rest is told."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from disclosures.amounts import AmountUnit, Precision, printed
from disclosures.audit.recording import together
from disclosures.intake.doubts.unclear import unclear_in
from disclosures.intake.parts import Reading
from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import load_all_tables
from disclosures.statements.models import Disclosure
from disclosures.statements.scans.unclear import Settled, Unclear, figure_in, is_open, line_of

_BY_PEOPLE = (Settled.CONFIRMED, Settled.CORRECTED)
_OTHERWISE = "{place}：对照图片核对过“{text}”，现在读出的不同；没有保留，请重新核对。"
_WORDS = "{place}：对照图片改过“{text}”，改的字没有保留；请重新改正。"


def compared_in(disclosure: Disclosure) -> list[Unclear]:
    """The places that somebody has compared with their pictures, as far as that still holds."""
    rows = list(Unclear.objects.filter(disclosure=disclosure, settled__in=_BY_PEOPLE).order_by("position"))
    if not rows:
        return []
    lines = load_all_tables(disclosure).lines
    return [row for row in rows if not is_open(row, lines.get(row.number, ()))]


def put_back(reading: Reading, compared: Iterable[Unclear]) -> Iterator[str]:
    """Put figures that were corrected into what was read; a sentence for each place of which nothing can be kept."""
    doubts = {_key(row) for row in unclear_in(reading)}
    for row in compared:
        line, precision = _line_of(reading, row)
        if _key(row) in doubts:
            if line and row.settled == Settled.CORRECTED:
                text = printed(Decimal(row.figure), precision.unit, precision.decimals) if row.figure else ""
                line.set_printed(row.column, text, precision)
            elif row.settled == Settled.CORRECTED:
                yield _WORDS.format(place=row.place, text=row.text)
        elif row.number and figure_in(line, row.column) != row.figure:
            yield _OTHERWISE.format(place=row.place, text=_text(row, precision))


def keep_compared(draft: Disclosure, compared: Iterable[Unclear]) -> None:
    """The doubts of the new reading are settled as those that read the same were, and by whom."""
    doubts = {_key(row): row for row in Unclear.objects.filter(disclosure=draft)}
    with together():
        for row in compared:
            doubt = doubts.get(_key(row))
            if doubt and (row.number or row.settled == Settled.CONFIRMED):
                doubt.settled, doubt.figure = row.settled, row.figure
                doubt.by, doubt.by_name, doubt.at = row.by, row.by_name, row.at
                doubt.save(update_fields=["settled", "figure", "by", "by_name", "at"])


def _key(row: Unclear) -> tuple[Any, str]:
    """What makes two doubts one: the same was read for the same figure, or at the same place."""
    return (row.seat if row.number else row.place), row.text


def _line_of(reading: Reading, row: Unclear) -> tuple[StatementLine | None, Precision]:
    statement = reading.statements.get(row.number)
    if statement is None:
        return None, reading.precision
    unit = AmountUnit(statement.head.amount_unit or reading.precision.unit)
    return line_of(row, statement.lines), Precision(unit, reading.precision.decimals)


def _text(row: Unclear, precision: Precision) -> str:
    return printed(Decimal(row.figure), precision.unit, precision.decimals) if row.figure else "空白"
