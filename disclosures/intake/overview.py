"""What the text lists one by one: duties, units in scope, terms with their explanations."""

import re
from collections.abc import Iterable, Iterator

from disclosures.intake.wording import bare
from disclosures.statements.models import Chapter, Duty, Paragraph, Term, UnitInScope

_ITEM = re.compile(
    r"^(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、)\s*(?P<text>.+)", re.DOTALL
)
_TERM = re.compile(r"^(?P<name>[^:：。]{1,40})[:：]\s*(?P<definition>.+)", re.DOTALL)
_NAMED_UNIT = re.compile(r"(?:即|包括|为|分别是)[:：]\s*(?P<names>.+?)[。.]?$", re.DOTALL)
_DUTIES, _SCOPE = ("职责", "职能"), ("单位构成", "机构设置", "机构构成", "单位范围")


def duties_in(paragraphs: Iterable[Paragraph]) -> list[Duty]:
    """The numbered items under the heading of the main duties."""
    items = (_ITEM.match(one.text) for one in _under(paragraphs, _DUTIES))
    return [Duty(position=n, text=item["text"].strip()) for n, item in enumerate(filter(None, items), start=1)]


def units_in(paragraphs: Iterable[Paragraph]) -> list[UnitInScope]:
    """The units that the disclosure says it includes."""
    names = [name for one in _under(paragraphs, _SCOPE) for name in _unit_names(one.text)]
    return [UnitInScope(position=n, name=name) for n, name in enumerate(dict.fromkeys(names), start=1)]


def terms_in(paragraphs: Iterable[Paragraph]) -> list[Term]:
    """The terms of the glossary chapter."""
    found = []
    for one in paragraphs:
        if one.chapter != Chapter.GLOSSARY or one.level == 1:
            continue
        item = _ITEM.match(one.text)
        if term := _TERM.match(item["text"] if item else one.text):
            name, definition = term["name"].strip(), term["definition"].strip()
            found.append(Term(position=len(found) + 1, place=one.place, name=name, definition=definition))
    return found


def _under(paragraphs: Iterable[Paragraph], headings: tuple[str, ...]) -> Iterator[Paragraph]:
    """The paragraphs of the overview below a heading that ends so, up to the next heading."""
    inside = False
    for one in paragraphs:
        if one.chapter != Chapter.OVERVIEW:
            continue
        if one.level:
            inside = bare(one.text).endswith(headings)
        elif inside:
            yield one


def _unit_names(text: str) -> list[str]:
    if match := _NAMED_UNIT.search(text):
        return [name.strip() for name in re.split(r"[、；;\n]", match["names"]) if name.strip()]
    item = _ITEM.match(text)
    return [item["text"].strip(" 。")] if item else []
