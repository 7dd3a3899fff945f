"""Codes held against the rows around them: one printed twice, or without its parent above, may be read wrong."""

from collections.abc import Iterable

from disclosures.intake.ledger import Ledger
from disclosures.intake.rows.printed import PrintedLine
from disclosures.intake.wording import bare
from disclosures.statements.lines import ClassifiedLine

_UPPER = (3, 5)  # digits of 类 and 款


def report_again(printed: Iterable[PrintedLine], ledger: Ledger) -> None:
    """A code that comes twice with other words or figures was read wrong in one of the two rows."""
    seen: dict[str, ClassifiedLine] = {}
    for row in printed:
        line, where = row.line, row.label
        first = seen.setdefault(line.code, line)
        if first is line or where is None:
            continue
        again = line.code or "合计"
        if (bare(first.name), first.amounts) == (bare(line.name), line.amounts):
            ledger.warn(where, f"{again} 这一行印了两次，另一次在{first.place}。")
        else:
            message = f"{again} 出现两次，名称或金额不同，另一次在{first.place}，不能确定数字属于哪一个编码。"
            ledger.fatal(where, message)


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
