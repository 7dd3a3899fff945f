"""The words of a made-up disclosure: cover, duties, scope, explanation, terms, as paragraphs and as lists of each."""

from collections.abc import Iterable, Iterator

from disclosures.demo.exact import Exact
from disclosures.demo.narrative.paragraphs import Text, explanation
from disclosures.sentences.phrases import Wording
from disclosures.statements.models import Chapter, Duty, Paragraph, Term, UnitInScope

DUTIES = (
    "贯彻落实党和国家有关方针政策、法律法规和规章。",
    "承担本系统年度工作计划的组织实施和监督检查。",
    "承办上级机关交办的其他事项。",
)
TERMS = (
    ("财政拨款收入", "指单位从同级财政部门取得的财政预算资金。"),
    ("上年结转和结余", "指以前年度尚未完成、结转到本年按有关规定继续使用的资金。"),
    ("基本支出", "指保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"),
    ("项目支出", "指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。"),
    ("机关运行经费", "指为保障行政单位运行，用于购买货物和服务的各项资金。"),
)


def title_of(unit_name: str, year: int) -> str:
    """What the cover says."""
    return f"{unit_name}{year}年度部门决算公开"


def paragraphs_of(exact: Exact, wording: Wording, unit_name: str, year: int) -> list[Paragraph]:
    """All paragraphs in the order of the document, unsaved."""
    chapters = (
        (Chapter.COVER, [(0, title_of(unit_name, year))]),
        (Chapter.OVERVIEW, _overview(unit_name, year)),
        (Chapter.EXPLANATION, _headed(f"第二部分 {year}年度部门决算情况说明", explanation(exact, wording, year))),
        (Chapter.GLOSSARY, _headed("第三部分 名词解释", _terms())),
        (Chapter.TABLES, [(1, f"第四部分 {year}年度部门决算表")]),
    )
    texts = [(chapter, level, text) for chapter, texts in chapters for level, text in texts]
    return [
        Paragraph(position=position, chapter=chapter, level=level, text=text)
        for position, (chapter, level, text) in enumerate(texts, start=1)
    ]


def duties() -> list[Duty]:
    """The duties that the overview lists, unsaved."""
    return [Duty(position=n, text=text) for n, text in enumerate(DUTIES, start=1)]


def units_in_scope(unit_name: str) -> list[UnitInScope]:
    """The unit itself, unsaved."""
    return [UnitInScope(position=1, name=unit_name)]


def terms() -> list[Term]:
    """The terms that the glossary explains, unsaved."""
    return [Term(position=n, name=name, definition=text) for n, (name, text) in enumerate(TERMS, start=1)]


def _headed(heading: str, texts: Iterable[Text]) -> Iterator[Text]:
    yield 1, heading
    yield from texts


def _overview(unit_name: str, year: int) -> Iterator[Text]:
    yield 1, f"第一部分 {unit_name}概况"
    yield 2, "一、主要职责"
    yield from ((0, f"{n}.{text}") for n, text in enumerate(DUTIES, start=1))
    yield 2, "二、部门决算单位构成"
    yield 0, f"纳入{year}年部门决算编制范围的预算单位共1家，即：{unit_name}。"


def _terms() -> Iterator[Text]:
    yield from ((0, f"{n}.{name}：{text}") for n, (name, text) in enumerate(TERMS, start=1))
