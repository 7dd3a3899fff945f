"""Cut names made whole: from another table of the same document first, then from the official list."""

from collections import defaultdict
from collections.abc import Iterable

from disclosures.classification.official import official_codes, official_names
from disclosures.intake.ledger import Ledger, Repair
from disclosures.intake.wording import bare
from disclosures.statements.lines import ClassifiedLine

_SHORTEST = 4  # characters of a name below which "begins alike" says nothing


def complete_names(lines: Iterable[ClassifiedLine], year: int | None, ledger: Ledger) -> None:
    """Give each line whose printed name is only the beginning of one known for its code the whole name."""
    lines = [line for line in lines if not line.is_total]
    sisters: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in lines:
        sisters[line.scheme, line.code].add(line.printed_name)
    for line in lines:
        known = sisters[line.scheme, line.code]
        official = official_names(line.scheme, year).get(line.code, "")
        line.name = _longer(line.printed_name, known) or _longer(line.printed_name, {official}) or line.printed_name
        if line.name != line.printed_name:
            source = "同一文件的另一张表" if line.name in known else "科目表"
            ledger.repairs.append(Repair(line.place, line.printed_name, line.name, f"名称不完整，按{source}补全"))


def _longer(printed: str, names: set[str]) -> str:
    """The longest of the names that the printed one is the beginning of; "" if none goes further."""
    start = bare(printed)
    if len(start) < _SHORTEST:
        return ""
    whole = [name for name in names if bare(name).startswith(start) and len(bare(name)) > len(start)]
    return max(whole, key=len, default="")


def report_unknown_codes(lines: Iterable[ClassifiedLine], year: int | None, ledger: Ledger) -> None:
    """A code that the list lacks is kept as printed, and said once."""
    listed = {(row.scheme, row.code) for row in official_codes()}
    unknown = {
        (line.scheme, line.code): line
        for line in lines
        if line.code.isdigit() and line.code not in official_names(line.scheme, year)
    }
    for key, line in unknown.items():
        said = "的名称还没有核实" if key in listed else "不在科目表里"
        ledger.warn_at(line.place, line.printed_name, f"编码 {line.code} {said}，照原样保留。")
