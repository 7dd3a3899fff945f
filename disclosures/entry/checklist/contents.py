"""What a disclosure has of each table, form and part of the text: filled in, declared empty, or missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from django.urls import reverse

from disclosures.entry.checklist.places import change_url, part_url
from disclosures.sentences.gaps import gaps_in
from disclosures.statements.fields import field_of
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import (
    Chapter,
    Disclosure,
    Duty,
    Paragraph,
    PerformanceForm,
    Term,
    UnitInScope,
    statements_in,
)


class Filling(Enum):
    """How far a part is; the value stands on the page."""

    FILLED = "已填"
    EMPTY = "声明为空表"
    BLANK = "待补"
    MISSING = "缺"

    @property
    def css(self) -> str:
        return self.name.lower()


@dataclass(frozen=True)
class Line:
    """A part with what there is of it; `number` is that of a table that may be declared empty here."""

    title: str
    href: str
    filling: Filling
    said: str
    number: str = ""


@dataclass(frozen=True)
class Group:
    """The parts of one kind."""

    title: str
    lines: tuple[Line, ...]

    @property
    def missing(self) -> int:
        return sum(line.filling is Filling.MISSING for line in self.lines)


def contents_of(loaded: LoadedDisclosure) -> list[Group]:
    """Everything that a disclosure of its year consists of, in the order of the document. Nothing is fetched."""
    return [
        Group("封面和日期", tuple(_cover(loaded.disclosure))),
        Group("决算表", tuple(_table(loaded, *each) for each in statements_in(loaded.disclosure.year).items())),
        Group("文字", tuple(_text(loaded))),
        Group("绩效自评表", tuple(_forms(loaded))),
    ]


def _cover(disclosure: Disclosure) -> Iterator[Line]:
    page = change_url(disclosure)
    title = disclosure.title
    yield Line("标题", f"{page}#id_title", Filling.FILLED if title else Filling.MISSING, title or "封面上的标题没有填")
    for name, missing in (("approval_date", "没有填，就不能核对是否及时"), ("publication_date", "没有填，可以以后补")):
        date = getattr(disclosure, name)
        label = str(field_of(Disclosure, name).verbose_name)
        yield Line(label, f"{page}#id_{name}", Filling.FILLED if date else Filling.BLANK, str(date or missing))


def _table(loaded: LoadedDisclosure, number: str, model: type[StatementLine]) -> Line:
    lines, head = loaded.lines.get(number, []), loaded.head(number)
    figures = sum(value is not None for line in lines for value in line.amounts.values())
    filling, said = Filling.FILLED, f"{len(lines)} 行，{figures} 个数"
    if head.is_declared_empty and not figures:
        filling, said = Filling.EMPTY, head.empty_reason.strip() or head.notes.strip() or "没有写明原因"
    elif head.is_declared_empty:
        said = f"声明为空表，可是有 {figures} 个数"
    elif lines and not figures:
        filling, said = Filling.BLANK, f"{len(lines)} 行，没有一个数，也没有声明为空表"
    elif not lines:
        filling, said = Filling.MISSING, "没有内容，也没有声明为空表"
    may_declare = filling in (Filling.BLANK, Filling.MISSING)
    title = f"公开{number} {model.title_in(loaded.disclosure.year)}"
    return Line(title, part_url(loaded.disclosure, model), filling, said, number if may_declare else "")


_CHAPTERS = (Chapter.CONTENTS, Chapter.OVERVIEW, Chapter.EXPLANATION)


def _text(loaded: LoadedDisclosure) -> Iterator[Line]:
    yield _list(loaded, Duty, loaded.duties, "条")
    yield _list(loaded, UnitInScope, loaded.units, "个")
    for chapter in _CHAPTERS:
        yield _paragraphs(loaded, chapter)
    yield _list(loaded, Term, loaded.terms, "个")


def _list(loaded: LoadedDisclosure, model: type[Part], rows: Sequence[Part], counted: str) -> Line:
    filling, said = (Filling.FILLED, f"{len(rows)} {counted}") if rows else (Filling.MISSING, "没有内容")
    return Line(str(model._meta.verbose_name), part_url(loaded.disclosure, model), filling, said)


def _paragraphs(loaded: LoadedDisclosure, chapter: Chapter) -> Line:
    texts = [(index, one) for index, one in enumerate(loaded.paragraphs) if one.chapter == chapter]
    page = part_url(loaded.disclosure, Paragraph)
    if not texts:
        return Line(f"文字：{chapter.label}", page, Filling.MISSING, "没有内容")
    gaps = [index for index, one in texts if gaps_in(one.text)]
    said = f"{len(texts)} 段，{sum(len(one.text) for _, one in texts)} 字"
    first = gaps[0] if gaps else texts[0][0]
    if gaps:
        said += f"；{len(gaps)} 段里有待填的"
    filling = Filling.BLANK if gaps else Filling.FILLED
    return Line(f"文字：{chapter.label}", f"{page}#paragraph-{first}", filling, said)


def _forms(loaded: LoadedDisclosure) -> Iterator[Line]:
    kinds = [form.form.kind for form in loaded.forms]
    for kind, title in PerformanceForm.KINDS:
        if kind not in kinds:
            yield Line(title, part_url(loaded.disclosure, PerformanceForm), Filling.MISSING, "没有自评表")
        yield from (_form(form) for form in loaded.forms if form.form.kind == kind)


def _form(form: Form) -> Line:
    title = "整体绩效自评" if form.form.kind == PerformanceForm.UNIT else form.form.name
    score = f"，总得分 {form.form.total_score}" if form.form.total_score else "，没有总得分"
    filling = Filling.FILLED if form.indicators else Filling.BLANK
    page = reverse("admin:statements_performanceform_change", args=[form.form.pk])
    return Line(title, page, filling, f"{len(form.indicators)} 个指标{score}")
