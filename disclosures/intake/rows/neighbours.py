"""Codes held against the rows around them: one whose parent is not printed above it was read wrong, or moved."""

from collections.abc import Iterable

from disclosures.intake.ledger import Ledger
from disclosures.statements.lines import ClassifiedLine

_UPPER = (3, 5)  # digits of 类 and 款


def report_misplaced(lines: Iterable[ClassifiedLine], ledger: Ledger) -> None:
    """Warn of each code below a code that is not its parent; a level that the table does not print asks for none."""
    lines = [line for line in lines if line.code.isdigit()]
    printed = {len(line.code) for line in lines}
    above: dict[int, str] = {}  # the last code of each level
    for line in lines:
        code = line.code
        uppers = [code[:length] for length in _UPPER if length in printed and length < len(code)]
        missing = [upper for upper in uppers if above.get(len(upper)) != upper]
        if missing:
            message = f"编码 {code} 上面印的不是它的上级 {missing[0]}，编码或行的次序可能读错了；请对照原件。"
            ledger.warn_at(line.place, line.printed_name, message)
        above = {length: upper for length, upper in above.items() if length < len(code)} | {len(code): code}
