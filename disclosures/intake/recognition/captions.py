"""What a caption says: title, printed number, unit's name, year, unit of amount."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.amounts import AmountUnit
from disclosures.intake.recognition.blocks import Block, Printed
from disclosures.intake.recognition.titles import is_form_title, is_other_title, statement_titled
from disclosures.intake.wording import AMOUNT_UNIT, CONTINUED, TABLE_NUMBER, UNIT_ALONE, UNIT_NAME, YEAR, bare

_UNIT_AT_END = re.compile(r"\s(万元|亿元|元)\s*$")
_EMPTY_BRACKETS = re.compile(r"[（(]\s*[)）]")


@dataclass(frozen=True)
class Caption:
    """The head of a table as printed; empty where the document is silent."""

    title: str = ""
    titled: str = ""  # the number of the statement that bears this title
    other_title: str = ""  # of a table that is none of the official ones
    number: str = ""  # as printed: 公开0N表
    unit_name: str = ""
    year: int | None = None
    amount_unit: AmountUnit | None = None
    is_form: bool = False
    goes_on: bool = False  # says that it goes on with a table above


Captioned = list[tuple[Block, Caption]]


def captioned(blocks: Iterable[Block]) -> Captioned:
    """The tables with what their captions say, or, where they have none, the names of their sheets."""
    return [(block, read_caption(block.caption, block.grid.title)) for block in blocks]


def read_caption(lines: Iterable[Printed], name: str = "") -> Caption:
    """Put together from the lines above a table; the last mention wins, a broken unit's name is made whole.

    `name` is what the format calls the table; it is its title where nothing else is.
    """
    said: dict = {}
    for line in lines:
        text = line.text.strip()
        facts = _said_by(text)
        if not facts and "unit_name" in said:
            facts = {"unit_name": said["unit_name"] + text}
        said |= facts
    if not said.keys() & {"title", "other_title"} and statement_titled(name):
        said |= {"title": name, "titled": statement_titled(name)}
    return Caption(**said)


def _said_by(text: str) -> dict:
    words = bare(text)
    said: dict[str, object] = {}
    if CONTINUED.search(words):
        said["goes_on"] = True
    if match := TABLE_NUMBER.search(words):
        said["number"] = f"{int(match[1]):02}"
    if match := AMOUNT_UNIT.search(words) or UNIT_ALONE.fullmatch(words) or _UNIT_AT_END.search(text):
        said["amount_unit"] = AmountUnit(match[1])
    if match := YEAR.search(words):
        said["year"] = int(match[1])
    if titled := statement_titled(text):
        said |= {"title": text, "titled": titled}
    elif is_form_title(text):
        said |= {"title": text, "is_form": True}
    elif name := _unit_name(text):
        said["unit_name"] = name
    elif is_other_title(text):
        said["other_title"] = text
    return said


def _unit_name(text: str) -> str:
    """The name after 单位：, without the year and the unit of amount that may share its line."""
    match = UNIT_NAME.match(text.strip())
    if not match or AMOUNT_UNIT.fullmatch(bare(text)):
        return ""
    name = YEAR.sub("", AMOUNT_UNIT.sub("", match["name"]))
    return _EMPTY_BRACKETS.sub("", _UNIT_AT_END.sub("", name)).strip()
