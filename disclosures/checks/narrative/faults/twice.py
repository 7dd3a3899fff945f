"""One item with two amounts in one paragraph, where no table can tell which of them holds."""

from collections.abc import Iterator

from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Passage, Reading
from disclosures.checks.narrative.rules.amounts import same
from disclosures.checks.narrative.rules.operands import in_tables
from disclosures.checks.outcomes import Result

_OF_SOMETHING_ELSE = ("上年", "去年", "预算", "其中", "国内", "中央", "结转")  # words of the other figure's own


def amounts_in_one_paragraph(rule: str, reading: Reading) -> Iterator[Result]:
    """D6p: what a paragraph names twice as one item's amount is one amount; D1 looks where a table has it."""
    for passage in reading.passages:
        first: dict[tuple, Mention] = {}
        for mention in passage.mentions:
            if _is_looked_at(reading, passage, mention):
                before = first.setdefault(mention.meaning.key, mention)
                if before is not mention:
                    yield same(rule, reading.loaded, mention.figure, before.figure)


def _is_looked_at(reading: Reading, passage: Passage, mention: Mention) -> bool:
    meaning = mention.meaning
    if not (meaning and meaning.named and mention.role == Role.ACTUAL and meaning.subject.cells):
        return False
    before = passage.squeezed.text[max(0, mention.printed.start - 16) : mention.printed.start]
    is_own = not any(word in before for word in _OF_SOMETHING_ELSE)
    return is_own and not any(operand.parts for operand in in_tables(reading.loaded, meaning.subject))
