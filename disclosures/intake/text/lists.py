"""What the text lists one by one: duties, units in scope, terms with their explanations."""

import re
from collections.abc import Iterable, Iterator

from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Block
from disclosures.intake.wording import bare
from disclosures.statements.models import Chapter, Duty, Paragraph, Term, UnitInScope

_ITEM = re.compile(
    r"^(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、)\s*(?P<text>.+)", re.DOTALL
)
_TERM = re.compile(r"^(?P<name>[^:：。]{1,40})[:：]\s*(?P<definition>.+)", re.DOTALL)
_NAMED_UNIT = re.compile(r"(?:即|包括|为|分别是)[:：]\s*(?P<names>.+?)[。.]?$", re.DOTALL)
_UNIT_COLUMN = "单位名称"
_LIST_COLUMNS = {_UNIT_COLUMN, "序号", "备注", "单位编码", "单位性质", "单位类型", "经费形式", ""}
_DUTIES, _SCOPE = ("职责", "职能"), ("单位构成", "机构设置", "机构构成", "单位范围")


def duties_in(paragraphs: Iterable[Paragraph]) -> list[Duty]:
    """The numbered items under the heading of the main duties, or its paragraphs where nothing is numbered."""
    texts = [paragraph.text for paragraph in _under(paragraphs, _DUTIES)]
    numbered = [item["text"] for text in texts if (item := _ITEM.match(text))]
    return [Duty(position=n, text=text.strip()) for n, text in enumerate(numbered or texts, start=1)]


def units_in(paragraphs: Iterable[Paragraph], listed: Iterable[str]) -> list[UnitInScope]:
    """The units that the disclosure says it includes, in a table or else in words."""
    names = list(listed) or [name for paragraph in _under(paragraphs, _SCOPE) for name in _unit_names(paragraph.text)]
    return [UnitInScope(position=n, name=name) for n, name in enumerate(dict.fromkeys(names), start=1)]


def units_listed(block: Block, ledger: Ledger) -> list[str]:
    """The units of a table that lists them; empty for any other table."""
    head, *rows = block.rows
    titles = [bare(cell.text) for cell in head]
    if _UNIT_COLUMN not in titles or not set(titles) <= _LIST_COLUMNS:
        return []
    column = titles.index(_UNIT_COLUMN)
    ledger.use(*block.caption, *block.notes, *(cell for row in block.rows for cell in row if cell))
    return [re.sub(r"\s", "", row[column].text) for row in rows if column < len(row) and row[column]]


def terms_in(paragraphs: Iterable[Paragraph]) -> list[Term]:
    """The terms of the glossary chapter."""
    terms: list[Term] = []
    for paragraph in paragraphs:
        if paragraph.chapter != Chapter.GLOSSARY or paragraph.level == 1:
            continue
        item = _ITEM.match(paragraph.text)
        if term := _TERM.match(item["text"] if item else paragraph.text):
            name, definition = term["name"].strip(), term["definition"].strip()
            terms.append(Term(position=len(terms) + 1, place=paragraph.place, name=name, definition=definition))
    return terms


def _under(paragraphs: Iterable[Paragraph], headings: tuple[str, ...]) -> Iterator[Paragraph]:
    """The paragraphs of the overview below a heading that ends so, up to the next heading."""
    inside = False
    for paragraph in paragraphs:
        if paragraph.chapter != Chapter.OVERVIEW:
            continue
        if paragraph.level:
            inside = bare(paragraph.text).endswith(headings)
        elif inside:
            yield paragraph


def _unit_names(text: str) -> list[str]:
    if match := _NAMED_UNIT.search(text):
        return [name.strip() for name in re.split(r"[、；;\n]", match["names"]) if name.strip()]
    item = _ITEM.match(text)
    return [item["text"].strip(" 。")] if item else []
