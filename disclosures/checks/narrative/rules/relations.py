"""Relations between figures of the text: parts and wholes, changes and their parts, counts, scores and the forms."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.amounts import Outcome
from disclosures.checks.cell_figures import figure_at
from disclosures.checks.cells import cell
from disclosures.checks.figures import Figure
from disclosures.checks.labels import Named
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.amounts import same
from disclosures.checks.narrative.rules.operands import in_tables
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.sums import check_at_most, check_sum, undecided
from disclosures.checks.wording.reasons import Reason
from disclosures.statements.models import Summary


@dataclass(frozen=True)
class Family:
    """A whole and its parts, by the keys of their subjects; `*` at the end of a key stands for all that begin so."""

    whole: str
    parts: tuple[str, ...]
    what: str
    is_whole: bool = True  # the parts make up the whole; else they are within it
    closed_by: str = ""  # the part that closes a list; without it, the parts are only within the whole
    severity: Severity = Severity.ERROR
    said: str = ""  # the word that must stand between whole and part: without it they lie side by side


def _within(whole: str, part: str, what: str, *more: str, severity=Severity.WARNING, said: str = "") -> Family:
    return Family(whole, (part, *more), what, is_whole=False, severity=severity, said=said)


FAMILIES: tuple[Family, ...] = (
    Family(
        "procurement", tuple(f"procurement:{kind}" for kind in ("goods", "works", "services")), "货物、工程、服务之和"
    ),
    Family("vehicles", ("vehicle:*",), "各种用途的车辆之和", closed_by="vehicle:其他"),
    Family("managed:evaluated", ("grade:*",), "各评级的项目数之和", severity=Severity.WARNING),
    _within("procurement", "procurement:small", "授予中小企业合同金额", severity=Severity.ERROR),
    _within("procurement:small", "procurement:micro", "授予小微企业合同金额", severity=Severity.ERROR),
    _within("procurement", "deal:small", "预留项目和其他项目由中小企业成交的金额之和", "deal:others"),
    _within("reserved:small", "reserved:micro", "面向小微企业预留的金额"),
    _within("deal:small", "deal:micro", "由小微企业成交的金额"),
    _within("vehicles", "vehicles:kept", "公务用车保有量"),
    _within("reception:batches", "foreign:batches", "外事接待批次", said="其中"),
    _within("reception:persons", "foreign:persons", "外事接待人次", said="其中"),
    _within("reception:domestic", "reception:foreign", "外事接待支出", said="其中"),
)


def families(rule: str, reading: Reading) -> Iterator[Result]:
    """D7: what no table has: procurement, vehicles, receptions, evaluated projects."""
    for family in FAMILIES:
        whole = next(iter(reading.of(Role.ACTUAL, family.whole)), None)
        parts = _parts(reading, family)
        is_all = family.is_whole or len(parts) == len(family.parts)
        if whole and parts and is_all and (not family.said or _is_said(family.said, whole, parts[0])):
            yield _family(rule, reading, family, whole.figure, parts)
    yield from _domestic_reception(rule, reading)


def _is_said(word: str, whole: Mention, part: Mention) -> bool:
    """Whether the word stands between the two, in one paragraph."""
    between = part.paragraph.text[whole.spot.end : part.spot.start]
    return whole.paragraph is part.paragraph and word in between


def _parts(reading: Reading, family: Family) -> list[Mention]:
    """Each part once, as it is first said."""
    keys = [key for key in family.parts if not key.endswith("*")]
    starts = tuple(key[:-1] for key in family.parts if key.endswith("*"))
    if starts:
        keys += dict.fromkeys(
            one.meaning.subject.key
            for one in reading.mentions
            if one.role == Role.ACTUAL and one.meaning.subject.key.startswith(starts)
        )
    return [found[0] for key in keys if (found := reading.of(Role.ACTUAL, key))]


def _family(rule: str, reading: Reading, family: Family, whole: Figure, parts: list[Mention]) -> Result:
    figures = [part.figure for part in parts]
    if family.is_whole and (not family.closed_by or family.closed_by in {part.meaning.subject.key for part in parts}):
        addends = [(1, figure) for figure in figures]
        return check_sum(rule, reading.loaded, whole, addends, Named(family.what), severity=family.severity)
    total = figures[0] if len(figures) == 1 else _total(family, figures)
    result = check_at_most(rule, reading.loaded, total, whole, family.severity)
    return replace(result, parts=tuple(figures[:-1]))


def _total(family: Family, parts: list[Figure]) -> Figure:
    """The sum of printed figures, exact, in their unit; it stands where the last of them does."""
    value = sum((part.value for part in parts), Decimal(0))
    half_step = sum((part.half_step for part in parts), Decimal(0))
    text = " + ".join(part.text for part in parts)
    return Figure(value, Named(f"文字里的{family.what}"), text, parts[0].unit, parts[-1].spot, half_step)


def _domestic_reception(rule: str, reading: Reading) -> Iterator[Result]:
    for mention in reading.of(Role.ACTUAL, "reception:domestic"):
        for operand in in_tables(reading.loaded, mention.meaning.subject):
            yield check_at_most(rule, reading.loaded, mention.figure, operand.figure)


# ---------------------------------------------------------------------------------------------------------------------
# Changes
# ---------------------------------------------------------------------------------------------------------------------

_SPENT = cell("expenditure:expenditure_this_year", Summary.amount)

CHANGES = (  # the whole, its parts, and whether nothing else can be in it
    ("income_total", ("basic", "project"), False),
    ("expenditure_total", ("basic", "project"), False),
    ("fiscal_expenditure", ("fiscal_basic", "fiscal_project"), True),
    ("general_expenditure", ("general_basic", "general_project"), True),
)


def changes(rule: str, reading: Reading) -> Iterator[Result]:
    """D2: the change of the whole is that of basic and of project expenditure together, within one paragraph."""
    for passage in reading.passages:
        found = {one.meaning.subject.key: one for one in reading_changes(passage.mentions)}
        for whole, parts, is_all in CHANGES:
            if whole in found and all(part in found for part in parts):
                yield _changes(rule, reading, found[whole], [found[part] for part in parts], is_all)


def reading_changes(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [one for one in mentions if one.role == Role.CHANGE]


def _changes(rule: str, reading: Reading, whole: Mention, parts: list[Mention], is_all: bool) -> Result:
    sign = _sign(whole)
    addends = [(sign * _sign(part), part.figure) for part in parts]
    result = check_sum(rule, reading.loaded, whole.figure, addends, Named("基本支出与项目支出的增减合计"))
    if result.outcome != Outcome.BROKEN or is_all:
        return result
    return undecided(result, Reason.OTHER_CHANGES)


def _sign(mention: Mention) -> int:
    return 1 if mention.meaning.is_more else -1


# ---------------------------------------------------------------------------------------------------------------------
# Named projects
# ---------------------------------------------------------------------------------------------------------------------


def named_projects(rule: str, reading: Reading) -> Iterator[Result]:
    """D5: what is listed as part of an amount does not exceed it; where the list names less, 等 may stand for it."""
    for passage in reading.passages:
        lists: dict[str, list[Mention]] = defaultdict(list)
        for mention in passage.mentions:
            if mention.role == Role.PART:
                lists[mention.meaning.whole.key].append(mention)
        for parts in lists.values():
            yield _listed(rule, reading, parts)


def _listed(rule: str, reading: Reading, parts: list[Mention]) -> Result:
    whole = reading.nearest(Role.ACTUAL, parts[0].meaning.whole, parts[0])
    result = check_sum(
        rule,
        reading.loaded,
        whole.figure,
        [(1, part.figure) for part in parts],
        Named("列出的 {} 项之和", (len(parts),)),
    )
    if result.outcome == Outcome.BROKEN and result.difference > 0:
        return undecided(result, Reason.MAIN_ITEMS_ALONE)
    return result


# ---------------------------------------------------------------------------------------------------------------------
# Income and expenditure
# ---------------------------------------------------------------------------------------------------------------------


def totals(rule: str, reading: Reading) -> Iterator[Result]:
    """D9: total income is total expenditure; some texts call what was spent this year the total."""
    income = next(iter(reading.of(Role.ACTUAL, "income_total")), None)
    expenditure = next(iter(reading.of(Role.ACTUAL, "expenditure_total")), None)
    if not (income and expenditure):
        return
    result = same(rule, reading.loaded, expenditure.figure, income.figure)
    spent = figure_at(reading.loaded, _SPENT)
    if result.outcome == Outcome.BROKEN and spent and spent.value is not None:
        result = _unless_spent(result, spent)
    yield result


def _unless_spent(result: Result, spent: Figure) -> Result:
    """What is called the total may be what was spent this year; where it is not that either, both are named."""
    if spent.value == result.left.value:
        return undecided(result, Reason.SPENT_THIS_YEAR)
    return replace(result, reason=Reason.NOR_OTHERS, facts={"others": (spent,)}, parts=(*result.parts, spent))
