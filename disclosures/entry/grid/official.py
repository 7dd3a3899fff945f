"""What the official list says of a code that is typed: its name, and whether somebody should look at it again."""

from collections.abc import Mapping
from dataclasses import dataclass

from disclosures.classification.codes import LENGTHS, LEVELS, is_code
from disclosures.classification.official import official_codes
from disclosures.intake.wording import bare
from disclosures.statements.lines import ClassifiedLine

CONFIRM = "原文确实如此，就在这一行勾选“属实”。"


@dataclass(frozen=True)
class Doubt:
    """Why a row needs to be confirmed, and at which of its fields that is said."""

    field: str
    message: str


def doubt_about(model: type[ClassifiedLine], code: str, name: str, year: int, names: Mapping[str, str]) -> Doubt | None:
    """What is odd about a code with its name: the lists lack the code, or call it otherwise; `names` are theirs."""
    if not code or any(row.key == code for row in model.outline):
        return None
    if not is_code(code, model.scheme):
        lengths = "、".join(f"{LEVELS[length]} {length} 位" for length in LENGTHS[model.scheme])
        return Doubt("code", f"“{code}”不是科目编码（{lengths}数字）。{CONFIRM}")
    if code not in names and not _is_listed(model.scheme, code, year):
        return Doubt("code", f"本站收录的 {year} 年科目表里没有 {code}，请核对。{CONFIRM}")
    official = names.get(code)
    if official and bare(name) != bare(official):
        return Doubt("name", f"科目表里 {code} 是“{official}”。{CONFIRM}")
    return None


def _is_listed(scheme: str, code: str, year: int) -> bool:
    """Whether the list has the code, though its name may not be sure."""
    return any(row.code == code and row.scheme == scheme and row.holds_in(year) for row in official_codes())
