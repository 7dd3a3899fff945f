"""In which order a document says its parts: the text as it stands, tables, forms and lists where it announces them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Chapter, Paragraph, statements_in

_TABLES_END = "决算表"  # how the heading above the tables ends, also where it was read as no heading
_ANNOUNCES = ("：", ":")
_LONGEST = 60  # letters of a heading
_CONTENTS = "目　录"
_PART = "第"


class Kind(Enum):
    """What a part is written as."""

    COVER, CONTENTS, HEADING, TEXT, UNITS, TABLE, FORM = range(7)


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a table, a form or the list of units; `key` says which one.

    What `is_above` is the heading of the tables or forms that follow, on the first sheet of theirs.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    key: int | str = field(default="")
    is_above: bool = False


def pieces_of(loaded: LoadedDisclosure) -> Iterator[Piece]:
    """Everything that the document holds, each once."""
    texts = loaded.paragraphs
    tables, forms, units = _after_tables(texts), _last(texts, Chapter.PERFORMANCE), _after_units(loaded)
    above = {
        position
        for position, rows in ((tables, [*_tables(loaded)]), (forms, loaded.forms))
        if position is not None and rows and _is_title(texts[position])
    }
    if not any(paragraph.chapter == Chapter.COVER for paragraph in texts):
        yield Piece(Kind.COVER, title_of(loaded))
    for position, paragraph in enumerate(texts):
        if position == _first_after_cover(texts) and makes_contents(loaded):
            yield from _contents(texts)
        yield replace(_piece(paragraph), is_above=position in above)
        if position == units:
            yield Piece(Kind.UNITS)
        if position == tables:
            yield from _tables(loaded)
        if position == forms:
            yield from _forms(loaded)
    if tables is None:
        yield from _tables(loaded)
    if forms is None:
        yield from _forms(loaded)


def title_of(loaded: LoadedDisclosure) -> str:
    """What the cover says where no paragraph of the text stands on it."""
    disclosure = loaded.disclosure
    return disclosure.title or f"{disclosure.unit_name}{disclosure.year}年度部门决算公开"


def titles_of_tables(loaded: LoadedDisclosure) -> dict[int | str, str]:
    """What each table is called in its document, by number."""
    year = loaded.disclosure.year
    return {number: loaded.head(number).title or model.title_in(year) for number, model in STATEMENTS.items()}


def makes_contents(loaded: LoadedDisclosure) -> bool:
    """Whether the document gets a list of contents: it has none of its own, and parts that one can name."""
    texts = loaded.paragraphs
    first = _first_after_cover(texts)
    return first is not None and texts[first].level == 1 and _is_part(texts[first]) and not _has_contents(texts)


def _is_title(paragraph: Paragraph) -> bool:
    """Whether the paragraph names what follows, as a heading or without a sentence's end."""
    return paragraph.level == 1 or (not paragraph.level and paragraph.text.endswith(_TABLES_END))


def _has_contents(texts: list[Paragraph]) -> bool:
    return any(paragraph.chapter == Chapter.CONTENTS for paragraph in texts)


def _is_part(paragraph: Paragraph) -> bool:
    return paragraph.level == 1 and paragraph.text.startswith(_PART)


def _first_after_cover(texts: list[Paragraph]) -> int | None:
    return next((n for n, paragraph in enumerate(texts) if paragraph.chapter != Chapter.COVER), None)


def _contents(texts: list[Paragraph]) -> Iterator[Piece]:
    yield Piece(Kind.CONTENTS, _CONTENTS, 1)
    yield from (Piece(Kind.CONTENTS, each.text, each.level) for each in texts if _is_part(each) or each.level == 2)


def _piece(paragraph: Paragraph) -> Piece:
    kind = {Chapter.COVER: Kind.COVER, Chapter.CONTENTS: Kind.CONTENTS}.get(
        Chapter(paragraph.chapter), Kind.HEADING if paragraph.level else Kind.TEXT
    )
    return Piece(kind, paragraph.text, paragraph.level)


def _last(texts: list[Paragraph], chapter: Chapter) -> int | None:
    return max((n for n, paragraph in enumerate(texts) if paragraph.chapter == chapter), default=None)


def _after_tables(texts: list[Paragraph]) -> int | None:
    """The paragraph below which the tables stand; None where nothing announces them."""
    announced = (
        n
        for n, paragraph in enumerate(texts)
        if paragraph.chapter not in (Chapter.COVER, Chapter.CONTENTS)
        and len(paragraph.text) < _LONGEST
        and paragraph.text.endswith(_TABLES_END)
    )
    last = _last(texts, Chapter.TABLES)
    return max(announced, default=None) if last is None else last


def _after_units(loaded: LoadedDisclosure) -> int | None:
    """The paragraph below which the units stand in a list; None where the text names them."""
    overview = [n for n, each in enumerate(loaded.paragraphs) if each.chapter == Chapter.OVERVIEW]
    said = "\n".join(loaded.paragraphs[n].text for n in overview)
    if not overview or all(unit.name in said for unit in loaded.units):
        return None
    announced = [n for n in overview if loaded.paragraphs[n].text.endswith(_ANNOUNCES)]
    return (announced or overview)[-1]


def _tables(loaded: LoadedDisclosure) -> Iterator[Piece]:
    for number in statements_in(loaded.disclosure.year):
        if number in loaded.heads or loaded.lines[number]:
            yield Piece(Kind.TABLE, key=number)


def _forms(loaded: LoadedDisclosure) -> Iterator[Piece]:
    yield from (Piece(Kind.FORM, key=number) for number in range(len(loaded.forms)))
