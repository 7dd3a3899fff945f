"""Small web pages with tables, for tests of how a layout is read."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from disclosures.intake.ledger import FATAL
from disclosures.intake.reading import Reading, read_disclosure

Rows = Iterable[Iterable[str]]


def table(title: str, rows: Rows, *, unit_name: str = "某市水务局", year: int | None = 2023, note: str = "") -> str:
    """A table below its caption; a blank text is an empty cell."""
    lines = [title, f"单位：{unit_name}", f"{year}年度" if year else "", "金额单位：万元"]
    caption = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    cells = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"{caption}<table>{cells}</table>" + (f"<p>{note}</p>" if note else "")


def rows(text: str) -> list[list[str]]:
    """Cells between `|`, a row to a line."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def page(folder: Path, *parts: str, name: str = "page.html") -> Path:
    """A file of these parts."""
    path = folder / name
    path.write_text(f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>', encoding="utf-8")
    return path


def read_page(folder: Path, *parts: str) -> Reading:
    return read_disclosure(page(folder, *parts))


def fatal(reading: Reading) -> list[tuple[str, str]]:
    """Place and sentence of what stops an import."""
    return [(one.place, one.message) for one in reading.ledger.problems if one.level == FATAL]


def amounts(reading: Reading, number: str, *columns: str) -> dict[str, tuple[str | None, ...]]:
    """Amounts in 元 by code, as texts."""
    found = {}
    for line in reading.statements[number].lines:
        assert line.key not in found
        values = (getattr(line, column) for column in columns)
        found[line.key] = tuple(None if value is None else str(value) for value in values)
    return found
