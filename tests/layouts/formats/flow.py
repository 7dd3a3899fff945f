"""A laid out document as what stands below each other in a text: paragraphs, and tables that may go on."""

from dataclasses import dataclass
from random import Random

from tests.layouts.documents import LaidOut
from tests.layouts.formats.spoiling import with_phantom
from tests.layouts.tables.grids import Drawn
from tests.layouts.tables.laid import Laid

_BODY_ROWS_OF_LONG_TABLES = 12


@dataclass(frozen=True)
class Paragraph:
    """A line of text; one `above` a table is the line with that number of its caption, and may have several cells."""

    text: str
    above: int = 0
    cells: tuple[str, ...] = ()
    is_title: bool = False


Block = Paragraph | Drawn


def flow(document: LaidOut, random: Random) -> list[Block]:
    """All parts of the disclosure in their order."""
    blocks: list[Block] = [Paragraph(one.text) for one in document.made_up.paragraphs]
    blocks += map(Paragraph, document.contents)
    for laid in (*document.tables, *document.forms):
        blocks += _table(laid, document, random)
    return blocks


def _table(laid: Laid, document: LaidOut, random: Random) -> list[Block]:
    layout = document.layout
    caption = ["  ".join(cells) for cells in laid.caption]
    within = bool(laid.number) and layout["caption in"] == "the table"
    drawn, upper = laid.drawn, Drawn([])
    if layout["unseen"] == "row" or layout["changes"] == "row":
        drawn = with_phantom(laid, drawn, random)
    if laid.number and layout["blank rows"] == "above and between":
        drawn = drawn.with_blank_row(len(drawn.rows) - 1).with_blank_row(drawn.head)
    blocks: list[Block] = []
    if within:
        upper.spread_over(caption, drawn.width)
    else:
        blocks += _caption(laid)
    parts = _parts(drawn, laid, layout["continued"])
    last = len(parts) - 1
    for n, part in enumerate(parts):
        if n and layout["continued"].startswith("（续）"):
            blocks += map(Paragraph, _caption_again(laid, layout["continued"]))
        part = part if n else part.below(upper)
        if within and n == last:
            part.spread_over(laid.notes, part.width)
        blocks.append(part)
    if not within:
        blocks += map(Paragraph, laid.notes)
    blocks += map(Paragraph, document.signatures if laid.number else [])
    return blocks


def _caption(laid: Laid) -> list[Block]:
    """The lines above a table; where it has no printed title the first line stands for it."""
    title = laid.printed_title or (laid.caption[0][0] if laid.caption and laid.form else "")
    return [
        Paragraph("  ".join(cells), above, tuple(cells), is_title=cells[0] == title)
        for above, cells in enumerate(laid.caption, start=1)
    ]


def _caption_again(laid: Laid, continued: str) -> list[str]:
    """What a program prints above the rest of a table: its title once more, and the line with the unit."""
    again = [f"{laid.printed_title or laid.title}（续）"]
    if continued.endswith("money"):
        again += ["  ".join(cells) for cells in laid.caption if any("单位" in cell for cell in cells)]
    return again


def _parts(drawn: Drawn, laid: Laid, continued: str) -> list[Drawn]:
    """One grid, or two where a long table goes on over a page."""
    body = len(drawn.rows) - drawn.head
    if continued == "no" or not laid.number or body < _BODY_ROWS_OF_LONG_TABLES:
        return [drawn]
    return list(drawn.cut(drawn.head + body // 2, repeat_head=continued != "without head"))
