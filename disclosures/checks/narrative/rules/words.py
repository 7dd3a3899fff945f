"""What the words of the text say wrongly: names, items without figures, residue of templates, units."""

import re
from collections.abc import Iterator

from disclosures.amounts import Outcome
from disclosures.checks.cell_figures import figure_at
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import CellLabel, Label, Named, TableLabel
from disclosures.checks.narrative.meaning.codes import CODES_IN, PATH, class_name
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import CHAPTERS, Passage, Reading
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import CellSpot, TextSpot
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.models import Chapter, Paragraph


def words(paragraph: Paragraph, label: Label, start: int, end: int) -> Figure:
    """A stretch of a paragraph as the side of a result; it has no number."""
    text = " ".join(paragraph.text[start:end].split())
    return Figure(None, label, f"“{text}”", Unit.NUMBER, TextSpot(paragraph.place, paragraph.position, start, end))


# ---------------------------------------------------------------------------------------------------------------------
# Names of functional codes
# ---------------------------------------------------------------------------------------------------------------------


def names_of_codes(rule: str, reading: Reading) -> Iterator[Result]:
    """D8: class, section and item are called in the text as in the table; the table has the official names."""
    for passage in reading.passages:
        if "项)" in passage.squeezed.text:
            for path in PATH.finditer(passage.squeezed.text):
                yield from _named(rule, reading, passage, path)


def _named(rule: str, reading: Reading, passage: Passage, path: re.Match) -> Iterator[Result]:
    detail = CODES_IN.get(passage.scope, CODES_IN[None])
    codes = reading.vocabulary.codes
    names = codes.names(detail.number)
    start = path.end("class") - len(class_name(path))
    left = words(passage.paragraph, Named("文字里的科目"), *passage.squeezed.span(start, path.end()))
    code = codes.code_of(path, detail.number)
    if not code:
        if names:
            yield not_checkable(rule, Reason.CODE_NOT_FOUND, Severity.NOTE, left, number=detail.number)
        return
    official = [names.get(code[:length]) for length in (3, 5, 7)]
    said = [class_name(path), path["section"], path["item"]]
    right = _row(reading, detail.number, code, official)
    pairs = zip(said, official, strict=True)
    facts = {"differing": tuple(pair for pair in pairs if pair[1] and not pair[1].startswith(pair[0]))}
    outcome = Outcome.BROKEN if facts["differing"] else Outcome.EQUAL
    yield Result(rule, outcome, Relation.SAME_NAMES, left, right, severity=Severity.NOTE, facts=facts)


def _row(reading: Reading, number: str, code: str, names: list[str | None]) -> Figure:
    line = reading.loaded.row(number, code)
    spot = CellSpot(line.place, number, line.key, "name")
    return Figure(None, TableLabel(number, code), "、".join(filter(None, names)), Unit.NUMBER, spot)


# ---------------------------------------------------------------------------------------------------------------------
# Items of basic expenditure
# ---------------------------------------------------------------------------------------------------------------------

_ITEMS = re.compile(r"(?P<kind>人员经费|公用经费)[^，。；]{0,30}?，(?:主要)?包括：?(?P<items>[^。；]+)")


def items_with_figures(rule: str, reading: Reading) -> Iterator[Result]:
    """D5i: what the text lists under 主要包括 has a figure in table 06; a printed zero may be a rounded amount."""
    if not reading.loaded.has("06"):
        return
    sections = [line for line in reading.loaded.lines["06"] if len(line.code) == 5]
    sections.sort(key=lambda line: line.amount is not None)  # 30902 and 31002 have one name
    lines = {squeeze(line.name).text: line for line in sections}
    for passage in reading.passages:
        if passage.scope == Scope.BASIC:
            for match in _ITEMS.finditer(passage.squeezed.text):
                yield _items(rule, passage, match, lines)


def _items(rule: str, passage: Passage, match: re.Match, lines: dict) -> Result:
    listed = [item for item in re.split(r"[、，]", match["items"].removesuffix("等")) if item in lines]
    blank = [lines[item] for item in listed if lines[item].amount is None]
    start, end = passage.squeezed.span(*match.span("items"))
    left = words(passage.paragraph, Named(f"文字里{match['kind']}包括的项目"), start, end)
    if not blank:
        facts: dict[str, object] = {"count": len(listed)}
        return Result(rule, Outcome.EQUAL, Relation.HAVE_FIGURES, left, severity=Severity.NOTE, facts=facts)
    spot = CellSpot(blank[0].place, "06", blank[0].code, "amount")
    right = Figure(None, CellLabel("06", blank[0].name), "空白", Unit.YUAN, spot)
    facts = {"count": len(blank), "names": tuple(line.name for line in blank)}
    return Result(rule, Outcome.BROKEN, Relation.HAVE_FIGURES, left, right, severity=Severity.NOTE, facts=facts)


# ---------------------------------------------------------------------------------------------------------------------
# Scope and templates
# ---------------------------------------------------------------------------------------------------------------------

_KINDS = ("单位决算", "部门决算")


def scope_of_accounts(rule: str, reading: Reading) -> Iterator[Result]:
    """D10: a document that is called 单位决算 on its cover is not called 部门决算 in the headings of its parts."""
    covers = " ".join(p.text for p in reading.loaded.paragraphs if p.chapter == Chapter.COVER)
    title = squeeze(f"{reading.loaded.disclosure.title}{covers}").text
    kinds = [kind for kind in _KINDS if kind in title]
    if len(kinds) != 1:
        return
    other = _KINDS[1 - _KINDS.index(kinds[0])]
    for paragraph in reading.loaded.paragraphs:
        if paragraph.level == 1 and paragraph.chapter in CHAPTERS and other in paragraph.text:
            left = words(paragraph, Named("标题"), 0, len(paragraph.text))
            facts = {"cover": kinds[0], "heading": other}
            yield Result(rule, Outcome.BROKEN, Relation.SAME_SCOPE, left, severity=Severity.NOTE, facts=facts)


_RESIDUE = re.compile(
    r"(?:增加|增长)\((?:减少|下降|降低)\)|(?:减少|下降|降低)\((?:增加|增长)\)|大于\(小于\)|小于\(大于\)|减增加|增减少|大小于"
    r"|[Xx×]{2,}|\(如持平作持平表述\)|\(不涉及的不列\)|(?P<twice>用于|等原因|主要原因是|主要用于)(?P=twice)"
)


def residue(rule: str, reading: Reading) -> Iterator[Result]:
    """D11: what a template leaves to be chosen or filled in, and words that stand twice."""
    for passage in reading.passages:
        for match in _RESIDUE.finditer(passage.squeezed.text):
            left = words(passage.paragraph, Named("文字"), *passage.squeezed.span(*match.span()))
            reason, relation = Reason.WORDS_TWICE if match["twice"] else None, Relation.FINISHED_WORDS
            yield Result(rule, Outcome.BROKEN, relation, left, severity=Severity.NOTE, reason=reason)


# ---------------------------------------------------------------------------------------------------------------------
# Units of figures
# ---------------------------------------------------------------------------------------------------------------------

_PERCENTAGES = (Role.SHARE, Role.GROWTH, Role.COMPLETION)


def units_of_figures(rule: str, reading: Reading) -> Iterator[Result]:
    """D12: an amount has its 万元 or 元, a percentage its sign, and both the right size; nothing needs no unit."""
    for mention in reading.mentions:
        if not mention.meaning:
            continue
        if mention.printed.is_bare and mention.printed.value:
            yield _unit(rule, mention, Reason.NO_PERCENT_SIGN if mention.role in _PERCENTAGES else None)
        elif mention.printed.lacks_yuan:
            yield _unit(rule, mention, Reason.WAN_WITHOUT_YUAN)
        elif found := _wrong_size(reading, mention):
            yield _unit(rule, mention, Reason.WRONG_SIZE, found=found)


def _unit(rule: str, mention: Mention, reason: Reason | None, **facts: Figure) -> Result:
    relation, severity = Relation.WITH_UNIT, Severity.NOTE
    return Result(rule, Outcome.BROKEN, relation, mention.figure, severity=severity, reason=reason, facts=facts)


def _wrong_size(reading: Reading, mention: Mention) -> Figure | None:
    """The cell whose amount is the text's, ten thousand times larger or smaller."""
    if mention.role != Role.ACTUAL or not mention.printed.value:
        return None
    for cell, *more in mention.meaning.subject.cells:
        figure = None if more else figure_at(reading.loaded, cell)
        if figure and figure.value in (mention.printed.value.scaleb(4), mention.printed.value.scaleb(-4)):
            return figure
    return None
