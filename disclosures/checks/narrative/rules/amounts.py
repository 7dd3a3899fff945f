"""An amount of the text against the cell it speaks of; parts against their whole; the same fact said twice."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from disclosures.amounts import Outcome
from disclosures.checks.cell_figures import figure_at
from disclosures.checks.figures import Figure
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.operands import Operand, cells_of, in_tables
from disclosures.checks.outcomes import Result, Severity, best
from disclosures.checks.sums import check_at_most, check_same, compared, not_checkable
from disclosures.checks.tables.within import CodeSums
from disclosures.checks.wording.reasons import Reason
from disclosures.statements.loaded import LoadedDisclosure

_INITIAL = ("", "年初")  # words for the budget that table 07 prints


def same(
    rule: str, loaded: LoadedDisclosure, left: Figure, right: Figure, severity: Severity = Severity.ERROR
) -> Result:
    """One fact that the text and something else have; only a coarser printing explains a difference."""
    bound = Decimal(0) if left.half_step == right.half_step else max(left.half_step, right.half_step)
    return compared(rule, loaded, left, right, bound, severity=severity)


def amounts_in_tables(rule: str, reading: Reading) -> Iterator[Result]:
    """D1: every amount of the text that a table has, actual or budget."""
    for mention in reading.mentions:
        if not mention.meaning or mention.printed.is_bare:
            continue
        subject = mention.meaning.subject
        if mention.role == Role.ACTUAL and subject.cells and not subject.at_most:
            yield _actual(rule, reading, mention)
        elif mention.role == Role.BUDGET and subject.budget:
            yield _budget(rule, reading, mention)


def _actual(rule: str, reading: Reading, mention: Mention) -> Result:
    loaded, subject, figure = reading.loaded, mention.meaning.subject, mention.figure
    operands = in_tables(loaded, subject)
    if not operands:
        return not_checkable(rule, Reason.NOT_IN_TABLES, Severity.ERROR, figure)
    if subject.same and not _agree(reading, subject.same):
        return not_checkable(rule, Reason.WIDER_FUNDS, Severity.ERROR, figure)
    result = best([_same(rule, reading, figure, operand) for operand in operands])
    if result.outcome != Outcome.BROKEN:
        return result
    return _of_either(_with_tails(result, reading, mention, operands[0]), operands)


def _of_either(result: Result, operands: list[Operand]) -> Result:
    """A figure that may be one of several cells and is none of them is held against all."""
    others = tuple(one.figure for one in operands if one.figure.spot and one.figure.spot != result.right.spot)
    if result.outcome != Outcome.BROKEN or not others or not result.right.spot:
        return result
    return replace(result, reason=Reason.NOR_OTHERS, facts={"others": others}, parts=(*result.parts, *others))


def _same(rule: str, reading: Reading, figure: Figure, operand: Operand) -> Result:
    """Against one cell as the same fact; against several as their sum."""
    if len(operand.parts) < 2:
        return check_same(rule, reading.loaded, figure, operand.figure)
    bound = figure.half_step + operand.figure.half_step
    return compared(rule, reading.loaded, figure, operand.figure, bound, parts=operand.parts)


def _with_tails(result: Result, reading: Reading, mention: Mention, operand: Operand) -> Result:
    """The row of a class may itself be the sum of rounded items; then the text may differ by their tails."""
    number, row, column = mention.meaning.subject.cells[0][0]
    if not row.isdigit() or number == "06" or len(operand.parts) > 1:
        return result
    leaves = len(CodeSums(reading.loaded, number).printed_leaves(row, column))
    return check_same(result.rule, reading.loaded, mention.figure, operand.figure, leaves=leaves)


def _agree(reading: Reading, pair: tuple) -> bool:
    one, other = (figure_at(reading.loaded, cell) for cell in pair)
    return bool(one and other and one.value == other.value)


def _budget(rule: str, reading: Reading, mention: Mention) -> Result:
    figure, budget = mention.figure, cells_of(reading.loaded, mention.meaning.subject.budget)
    if not budget or not reading.loaded.has(mention.meaning.subject.budget[0][0]):
        return not_checkable(rule, Reason.NOT_IN_TABLES, Severity.ERROR, figure)
    result = check_same(rule, reading.loaded, figure, budget.figure)
    if result.outcome == Outcome.BROKEN and mention.meaning.budget not in _INITIAL:
        return not_checkable(rule, Reason.OTHER_BUDGET_PRINTED, Severity.ERROR, figure)
    return result


# ---------------------------------------------------------------------------------------------------------------------
# Part and whole
# ---------------------------------------------------------------------------------------------------------------------


def agency_running(rule: str, reading: Reading) -> Iterator[Result]:
    """C12: 机关运行经费 is at most the operating expenditure of table 06, and is it where the text says so."""
    for mention in reading.of(Role.ACTUAL, "agency_running"):
        operand = next(iter(in_tables(reading.loaded, mention.meaning.subject)), None)
        figure = mention.figure
        if operand and "一致" in mention.paragraph.text:
            yield check_same(rule, reading.loaded, figure, operand.figure)
        elif operand and operand.figure.value is not None:
            yield replace(check_at_most(rule, reading.loaded, figure, operand.figure), severity=Severity.WARNING)
        else:
            yield not_checkable(rule, Reason.NO_OPERATING_TOTAL, Severity.ERROR, figure)


# ---------------------------------------------------------------------------------------------------------------------
# Said twice
# ---------------------------------------------------------------------------------------------------------------------


def said_twice(rule: str, reading: Reading) -> Iterator[Result]:
    """D6: what the text says again is what it said first; what tables have is held against them instead."""
    first: dict[tuple, Mention] = {}
    for mention in reading.mentions:
        meaning = mention.meaning
        if not meaning or (mention.role == Role.ACTUAL and meaning.subject.cells) or meaning.subject.is_one_of_several:
            continue
        before = first.setdefault((*meaning.key, mention.printed.unit), mention)
        if before is not mention:
            yield same(rule, reading.loaded, mention.figure, before.figure)
