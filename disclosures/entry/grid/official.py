"""What the official list says of a code that is typed: its name, and whether somebody should look at it again."""

from dataclasses import dataclass

from disclosures.classification.codes import LENGTHS, LEVELS, is_code
from disclosures.classification.official import official_codes, official_names
from disclosures.intake.wording import bare
from disclosures.statements.lines import ClassifiedLine

CONFIRM = "原文确实如此，就在这一行勾选“属实”。"


@dataclass(frozen=True)
class Doubt:
    """Why a row needs to be confirmed, and at which of its fields that is said."""

    field: str
    message: str


def completed(model: type[ClassifiedLine], code: str, year: int) -> str:
    """The official name of the code; "" where the list does not know it for sure."""
    return official_names(model.scheme, year).get(code, "")


def doubt_about(model: type[ClassifiedLine], code: str, name: str, year: int) -> Doubt | None:
    """What is odd about a code with its name: the list lacks the code, or calls it otherwise."""
    if not code or any(row.key == code for row in model.outline):
        return None
    if not is_code(code, model.scheme):
        lengths = "、".join(f"{LEVELS[length]} {length} 位" for length in LENGTHS[model.scheme])
        return Doubt("code", f"“{code}”不是科目编码（{lengths}数字）。{CONFIRM}")
    if not any(row.code == code and row.scheme == model.scheme and row.holds_in(year) for row in official_codes()):
        return Doubt("code", f"本站收录的 {year} 年科目表里没有 {code}，请核对。{CONFIRM}")
    official = completed(model, code, year)
    if official and bare(name) != bare(official):
        return Doubt("name", f"科目表里 {code} 是“{official}”。{CONFIRM}")
    return None
