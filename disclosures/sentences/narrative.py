"""The whole text of a disclosure written from its tables: the parts that every one has, with marked gaps."""

from collections.abc import Iterator, Sequence

from disclosures.sentences.chapter import explanation
from disclosures.sentences.gaps import gap
from disclosures.statements.loaded import LoadedDisclosure, load
from disclosures.statements.models import Chapter, Disclosure, Paragraph


def narrative(
    now: LoadedDisclosure, before: LoadedDisclosure | None = None, text: Sequence[Paragraph] = ()
) -> list[Paragraph]:
    """The text with 决算情况说明 written anew from the tables, or without a text the frame of one; unsaved.

    Amounts are in the unit and decimals of the disclosure. Source: the tables, and last year's for changes.
    """
    own, sentences = text or _frame(now), explanation(now, before)
    return list(_with_chapter(own, sentences, now.disclosure.year))


def last_year_of(draft: Disclosure) -> LoadedDisclosure | None:
    """The newest revision of the unit's accounts of the year before; None where there is none."""
    earlier = Disclosure.objects.filter(unit_id=draft.unit_id, year=draft.year - 1).order_by("-revision").first()
    return load(earlier) if earlier else None


def is_explained(loaded: LoadedDisclosure) -> bool:
    """Whether somebody has written anything below the heading of 决算情况说明."""
    return any(one.chapter == Chapter.EXPLANATION and not one.level for one in loaded.paragraphs)


def _with_chapter(paragraphs: Sequence[Paragraph], sentences: list[Paragraph], year: int) -> Iterator[Paragraph]:
    """The paragraphs, with the sentences below the heading of their chapter and nothing else in it."""
    is_written = False
    for paragraph in paragraphs:
        if paragraph.chapter != Chapter.EXPLANATION:
            yield paragraph
        elif paragraph.level == 1:
            yield paragraph
            yield from () if is_written else sentences
            is_written = True
    if not is_written:
        yield _heading(f"第二部分 {year}年度部门决算情况说明")
        yield from sentences


def _frame(now: LoadedDisclosure) -> list[Paragraph]:
    """Headings and gaps of the other parts, with the duties, units and terms that the draft has already."""
    own = now.disclosure
    year = own.year
    duties = [f"{n}.{duty.text}" for n, duty in enumerate(now.duties, start=1)] or [f"1.{gap('主要职责')}。"]
    units = "、".join(unit.name for unit in now.units) or own.unit_name
    terms = [f"{n}.{term.name}：{term.definition}" for n, term in enumerate(now.terms, start=1)]
    texts = [
        (Chapter.COVER, 0, own.title or f"{own.unit_name}{year}年度部门决算公开"),
        (Chapter.OVERVIEW, 1, f"第一部分 {own.unit_name}概况"),
        (Chapter.OVERVIEW, 2, "一、主要职责"),
        *((Chapter.OVERVIEW, 0, duty) for duty in duties),
        (Chapter.OVERVIEW, 2, "二、部门决算单位构成"),
        (Chapter.OVERVIEW, 0, f"纳入{year}年部门决算编制范围的预算单位共{len(now.units) or 1}家，即：{units}。"),
        (Chapter.EXPLANATION, 1, f"第二部分 {year}年度部门决算情况说明"),
        (Chapter.GLOSSARY, 1, "第三部分 名词解释"),
        *((Chapter.GLOSSARY, 0, term) for term in terms or [f"1.财政拨款收入：{gap('解释')}。"]),
        (Chapter.TABLES, 1, f"第四部分 {year}年度部门决算表"),
        *([(Chapter.PERFORMANCE, 1, "第五部分 绩效")] if now.forms else []),
    ]
    return [Paragraph(chapter=chapter, level=level, text=text) for chapter, level, text in texts]


def _heading(text: str) -> Paragraph:
    return Paragraph(chapter=Chapter.EXPLANATION, level=1, text=text)
