"""Paragraphs: which lines belong together, seen from the room that was left, from indents and from the space above."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosures.documents.items import Prose
from disclosures.documents.pdf.drawn.letters import is_wide, joined_lines
from disclosures.documents.pdf.pages import PageLine
from disclosures.documents.pdf.typesetting import Setting

_ENDS = tuple("。！？：；!?:;")
_BEGINS = re.compile(
    r"第[一二三四五六七八九十]+(?:部分|章|节)|[(（]?(?:[一二三四五六七八九十]+|\d{1,2})[)）]?[、.．](?!\d)"
    r"|[(（](?:[一二三四五六七八九十]+|\d{1,2})[)）]|[①-⑳]|附[件表]|[注说]明?[:：]"
    r"|[(（]?公开\s?\d+\s?表|(?:\w{0,4}单位|部门)(?:名称)?\s?[:：]"
)
_LISTED = re.compile(r"(?:…|\.{3}|．{3}|·{3}).*\d+$")  # an entry of a list of contents, with its page
_INDENT = 1.2  # ideographs
_APART = 1.3  # times the usual way from line to line
_SIZE = 1.15  # times the width of an ideograph: another kind of line
_HANGS = 8  # ideographs by which no first line of a text stands right of the second
_TITLE = 2.2  # ideographs from line to line of a title over several lines


@dataclass
class Paragraph:
    """Lines of one text; `gap` says that more space than between its lines is above, or that it is indented."""

    lines: list[PageLine]
    gap: bool

    def prose(self) -> Prose:
        """The paragraph as the document's reader gives it, at the place of its first line."""
        text, blank = "", False
        for line in self.lines:
            text, blank = joined_lines(text, line.text, blank=blank), line.blank_after
        return Prose(text, self.lines[0].place, self.gap)


def paragraphs_of(lines: Iterable[PageLine], settings: dict[int, Setting]) -> Iterator[Paragraph]:
    """Put lines that follow each other together where it is evident that one sentence runs on."""
    current: Paragraph | None = None
    for line in lines:
        above = current.lines[-1] if current else None
        if above and _runs_on(above, line, settings):
            current.lines.append(line)
            continue
        if current:
            yield current
        current = Paragraph([line], gap=not above or _has_gap(above, line, settings))
    if current:
        yield current


def _runs_on(above: PageLine, below: PageLine, settings: dict[int, Setting]) -> bool:
    if _BEGINS.match(below.text) or _LISTED.search(above.text) or _has_gap(above, below, settings):
        return False
    if not above.text.endswith(_ENDS):
        return True
    if above.page != below.page and not below.text.endswith(_ENDS) and settings[below.page].leaves_room(below):
        return False  # no rest of a sentence, such as the title of a table
    return settings[above.page].marks_paragraphs


def _has_gap(above: PageLine, below: PageLine, settings: dict[int, Setting]) -> bool:
    """Whether a new paragraph may begin with the lower line."""
    before, after = settings[above.page], settings[below.page]
    if not (above.em and below.em and _same_size(above, below)):
        return True
    if above.page != below.page:
        return before.breaks_off(above, below) or after.is_indented(below)
    apart = below.box.bottom - above.box.bottom
    if _is_title(above, below, before):
        return apart > _TITLE * below.em
    return (
        apart > _APART * before.step_of(below)
        or before.breaks_off(above, below)
        or below.box.left - above.box.left > _INDENT * below.em
        or above.box.left - below.box.left > _HANGS * below.em
        or (before.is_indented(below) and before.is_indented(above))
    )


def _is_title(above: PageLine, below: PageLine, setting: Setting) -> bool:
    """Whether the two are one title in the middle of the page, of which the first line may have no room left."""
    if not setting.is_centered(below) or above.text.endswith(_ENDS):
        return False
    return setting.is_centered(above) or not setting.breaks_off(above, below)


def _same_size(one: PageLine, other: PageLine) -> bool:
    if not all(any(map(is_wide, line.text)) for line in (one, other)):
        return True
    return max(one.em, other.em) < _SIZE * min(one.em, other.em)
