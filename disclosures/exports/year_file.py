"""A year of the whole site as csv: one figure a line, of every table of every current disclosure."""

import csv
import io
from collections.abc import Iterator
from hashlib import sha256

from disclosures.exports.naming import DIGITS, name_of
from disclosures.publication.current import published
from disclosures.statements.form_rows import SIDES
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import Disclosure, statements_in
from disclosures.tables.harmless import harmless

EACH = 200  # disclosures fetched at a time
PIECE = 64 * 1024  # characters sent at a time
COLUMNS = (
    "行政区划", "单位编码", "单位名称", "年度", "版次", "表号", "收支", "行次",
    "编码", "名称", "是否合计", "栏次", "栏目", "金额（元）", "出处",
)  # fmt: skip


def disclosures_of(year: int) -> list[Disclosure]:
    """What the file of a year is made of; one query.

    A published disclosure never changes, so what is published while the file is sent does not mix in.
    """
    return list(published().filter(year=year).order_by("unit__region", "unit__code"))


def year_name(year: int, disclosures: list[Disclosure]) -> str:
    """The name tells the year, how many disclosures, and the first digits of a SHA-256 over all their digests."""
    return name_of("csv", "决算", f"{year}年度", "全部单位", f"{len(disclosures)}份", digest_of(disclosures))


def digest_of(disclosures: list[Disclosure]) -> str:
    """The first digits of a SHA-256 over the digests of them all."""
    return sha256("\n".join(disclosure.digest for disclosure in disclosures).encode()).hexdigest()[:DIGITS]


def year_csv(year: int, disclosures: list[Disclosure]) -> Iterator[bytes]:
    """The file piece by piece, 元 with two decimals, only figures that are printed."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("\N{BYTE ORDER MARK}" + COLUMNS[0], *COLUMNS[1:]))
    for row in figures_of(year, disclosures):
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
        if text.tell() > PIECE:
            yield _taken(text)
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    """What was written so far; the text is empty again."""
    content = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return content


def figures_of(year: int, disclosures: list[Disclosure]) -> Iterator[tuple]:
    """Each figure that is printed, as `COLUMNS` have it; amounts are 元 with two decimals, as text.

    One query for each table and each so many disclosures.
    """
    for start in range(0, len(disclosures), EACH):
        own = {disclosure.pk: _own(disclosure) for disclosure in disclosures[start : start + EACH]}
        for model in statements_in(year).values():
            yield from _figures(model, year, own)


def _own(disclosure: Disclosure) -> tuple:
    unit = disclosure.unit
    return (unit.region_id, unit.code, disclosure.unit_name, disclosure.year, disclosure.revision)


def _figures(model: type[StatementLine], year: int, own: dict[int, tuple]) -> Iterator[tuple]:
    lines = model._default_manager.filter(disclosure__in=own).order_by("disclosure", "position")
    for line in lines.iterator(chunk_size=2000):
        side = getattr(line, "side", "")
        label = (getattr(line, "code", ""), line.name or line.printed_name)
        where = (dict(SIDES).get(side, ""), getattr(line, "line", None) or "", *label)
        for column in line.columns(year):
            amount = getattr(line, column.name)
            if amount is not None:
                figure = (column.number_on(side, year) or "", column.full_title_in(year), f"{amount:.2f}", line.place)
                yield (*own[line.disclosure_id], model.number, *where, int(line.is_total), *figure)
