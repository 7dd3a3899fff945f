"""Which budget a phrase of the text means: one that the text prints, or that of table 07."""

from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.rules.operands import Operand, cells_of, in_text

IN_TABLE = ("", "年初")  # words for the budget that table 07 prints


def named_budgets(reading: Reading, mention: Mention) -> list[Operand]:
    """The budgets of that kind in the text, then the one that table 07 prints; 元, exact."""
    kind, subject = mention.meaning.budget, mention.meaning.subject
    said = [one for one in reading.of(Role.BUDGET, subject.key) if not kind or one.meaning.budget in (kind, "")]
    found = [in_text(one) for one in said]
    if subject.budget and reading.loaded.has(subject.budget[0][0]):
        found += filter(None, [cells_of(reading.loaded, subject.budget)])
    return found


def is_printed(reading: Reading, mention: Mention) -> bool:
    """Whether the budget is surely the one that the phrase names: table 07 may print another one."""
    kind = mention.meaning.budget
    said = reading.of(Role.BUDGET, mention.meaning.subject.key)
    return kind in IN_TABLE or any(one.meaning.budget == kind for one in said)
