"""The text of the document: paragraphs whole again, headings, chapters."""

import re
from collections.abc import Iterator

from disclosures.documents.items import Prose
from disclosures.intake.ledger import Ledger
from disclosures.intake.wording import bare
from disclosures.statements.models import Chapter, Paragraph

_BEGINS = re.compile(
    r"^(?:目\s*录$|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳]|附[件表]|注[:：])"
)
_BULLET = re.compile(r"^[-•●▪◆]\s+")
_ENDS_IN_BRACKETS = re.compile(r"[。；！？][（(][^（）()]*[）)]$")
_ENDS = tuple("。：；！？:;!?")
_LEVELS = (
    (1, re.compile(r"第[一二三四五六七八九十]+部分.{0,60}")),
    (2, re.compile(r"[一二三四五六七八九十]+、[^。：；]{1,60}")),
    (3, re.compile(r"[（(][一二三四五六七八九十]+[)）][^\d：；，]{1,40}")),
)
_HEADING_ENDS = ("说明", "情况")
_CONTENTS = "目录"
_CHAPTERS = (
    (Chapter.OVERVIEW, ("概况", "基本情况", "主要职责")),
    (Chapter.GLOSSARY, ("名词解释",)),
    (Chapter.EXPLANATION, ("情况说明", "说明")),
    (Chapter.TABLES, ("决算表", "附表", "报表")),
    (Chapter.PERFORMANCE, ("绩效", "附件")),
)


def paragraphs_of(prose: list[Prose | None], ledger: Ledger, begins_in: Chapter = Chapter.COVER) -> list[Paragraph]:
    """All paragraphs and headings in the order of the document, each in its chapter; not yet saved."""
    paragraphs: list[Paragraph] = []
    chapters = _Chapters(begins_in)
    for text, place in _whole(prose, ledger):
        level = heading_level(text)
        chapter = chapters.at(text, level)
        paragraphs.append(Paragraph(position=len(paragraphs) + 1, place=place, chapter=chapter, level=level, text=text))
    return paragraphs


def heading_level(text: str) -> int:
    """1 for 第一部分, 2 for 一、, 3 for （一）; 0 for what is no heading."""
    if bare(text) == _CONTENTS:
        return 1
    return next((level for level, pattern in _LEVELS if pattern.fullmatch(text)), 0)


def _whole(prose: list[Prose | None], ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Text and place of each paragraph, put together where the end of a line or a page broke it."""
    text, first = "", None
    for line in prose:
        if not line:  # a table ends a paragraph
            if first:
                yield text, first.place
            text, first = "", None
            continue
        ledger.use(line)
        if first and _runs_on(text, line):
            ledger.repair(
                line, f"{text[-20:]}¶{line.text[:20]}", f"{text[-20:]}{line.text[:20]}", "一段话被换行或换页断开"
            )
            text += line.text
            continue
        if first:
            yield text, first.place
        text, first = _BULLET.sub("", line.text), line
    if first:
        yield text, first.place


def _runs_on(text: str, line: Prose) -> bool:
    """Whether the line goes on with the text: it begins nothing, and the text has not come to an end."""
    if (
        _ENDS_IN_BRACKETS.search(text)
        or _BEGINS.match(line.text)
        or _BULLET.match(line.text)
        or text.endswith(_ENDS)
        or bare(text) == _CONTENTS
    ):
        return False
    if heading_level(text):
        return not line.gap and not _stands_alone(text, line.text)
    return not line.gap or len(text) > 15


def _stands_alone(heading: str, below: str) -> bool:
    """Whether a heading ends with its line: a wider one below shows that it was not broken for want of room."""
    return _width(below) > _width(heading) + 2 or (heading.endswith(_HEADING_ENDS) and below.endswith("。"))


def _width(text: str) -> int:
    """How many half-width letters a line takes."""
    return sum(1 if character.isascii() else 2 for character in text)


class _Chapters:
    """Follows the chapters: a contents list names them first, then each begins with its own heading."""

    def __init__(self, begins_in: Chapter):
        self.current = begins_in
        self.listed: set[str] = set()

    def at(self, text: str, level: int) -> Chapter:
        if bare(text) == _CONTENTS:
            self.current = Chapter.CONTENTS
        elif level == 1:
            self._part(text)
        return self.current

    def _part(self, text: str) -> None:
        ordinal = bare(text).partition("部分")[0]
        if self.current == Chapter.CONTENTS and ordinal not in self.listed:
            self.listed.add(ordinal)
            return
        title = bare(text).partition("部分")[2]
        self.current = next((chapter for chapter, words in _CHAPTERS if title.endswith(words)), self.current)
