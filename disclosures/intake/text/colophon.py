"""The last page and the contents of a document that this site made: kept as printed, for they are no text of it."""

from collections.abc import Iterable

from disclosures.colophon import begins_colophon, is_of_colophon, tells_of_contents
from disclosures.documents.items import Prose
from disclosures.intake.ledger import Ledger
from disclosures.statements.models import Chapter, Paragraph

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
    return own, any(tells_of_contents(line.text) for line in added)


def without_contents(paragraphs: list[Paragraph], ledger: Ledger) -> list[Paragraph]:
    """The text without its list of contents, numbered anew."""
    listed = [Prose(one.text, one.place) for one in paragraphs if one.chapter == Chapter.CONTENTS]
    own = [one for one in paragraphs if one.chapter != Chapter.CONTENTS]
    if listed:
        ledger.keep("本站编排的目录", [], _REASON, listed)
    for position, paragraph in enumerate(own, start=1):
        paragraph.position = position
    return own
