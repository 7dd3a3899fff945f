"""The last page and the contents of a document that this site made: kept as printed, for they are no text of it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from disclosures.colophon import begins_colophon, is_below_a_table, is_of_colophon, tells_of_contents, tells_of_pages
from disclosures.documents.items import Prose
from disclosures.intake.ledger import Ledger
from disclosures.statements.models import Chapter, Paragraph

_PAGE = re.compile(r"(?:\s*\t|[\s.．…·]*[.．…·]{3})[\s.．…·]*\d{0,4}$")
_REASON = "本站编排文件时加上的，不是决算公开的内容；照原样保留。"


def without_colophon(prose: Iterable[Prose | None], ledger: Ledger) -> tuple[list[Prose | None], bool]:
    """The text without the lines in which this site says that it made the document; whether it made contents too."""
    own: list[Prose | None] = []
    added: list[Prose] = []
    for line in prose:
        if line and (is_of_colophon(line.text) if added else begins_colophon(line.text)):
            added.append(line)
        else:
            own.append(line)
    if added:
        ledger.keep("本站编排的末页", [], _REASON, added)
    has_made_contents = any(tells_of_contents(line.text) for line in added)
    if has_made_contents or any(tells_of_pages(line.text) for line in added):
        own = _without_pages(own, ledger, is_kept=not has_made_contents)
    return own, has_made_contents


def keep_lines_below_tables(ledger: Ledger) -> None:
    """Keep what this site writes below each table of a workbook."""
    below = [item for item in ledger.left_over() if is_below_a_table(item.text)]
    if below:
        ledger.keep("本站写的来源", [], _REASON, below)


def _without_pages(prose: list[Prose | None], ledger: Ledger, *, is_kept: bool) -> list[Prose | None]:
    """The text without the dots and numbers at the ends of the entries of its contents."""
    numbered = [line for line in prose if line and _PAGE.search(line.text)]
    if numbered and is_kept:
        ledger.keep("本站编排的页码", [], _REASON, numbered)
    return [line and replace(line, text=_PAGE.sub("", line.text)) for line in prose]


def without_contents(paragraphs: list[Paragraph], ledger: Ledger) -> list[Paragraph]:
    """The text without its list of contents, numbered anew."""
    listed = [Prose(one.text, one.place) for one in paragraphs if one.chapter == Chapter.CONTENTS]
    own = [one for one in paragraphs if one.chapter != Chapter.CONTENTS]
    if listed:
        ledger.keep("本站编排的目录", [], _REASON, listed)
    for position, paragraph in enumerate(own, start=1):
        paragraph.position = position
    return own
