"""Which statement or form a printed title names, from the titles that the models declare."""

import re
from functools import cache, lru_cache

from disclosures.intake.wording import TABLE_NUMBER, bare, essence, whole
from disclosures.statements.models import STATEMENTS

_FORM = "自评表"
_LONGEST = 120  # characters of a title with the unit's name before it
# How the name of an office ends; 项目 or 非 before a known title make it the title of another table.
_UNIT_NAME = re.compile(
    r"(?:局|委|办|部|厅|院|校|学|会|社|站|所|队|处|馆|室|园|署|台|团|中心|公司|政府|街道|镇|乡|系统|本级|\))$"
)
_OTHER = re.compile(r"(?!第[一二三四五六七八九十]+部分)[^。，；:：]{2,40}表(?:\([^()]{1,20}\))?")


@cache
def _known() -> dict[str, str]:
    """Essence of every declared title -> table number."""
    return {essence(title): number for number, model in STATEMENTS.items() for title in model.titles()}


@lru_cache(maxsize=20_000)
def statement_titled(text: str) -> str:
    """The number of the statement whose title the text is, alone or after a unit's name; "" if none."""
    if len(text) > _LONGEST:
        return ""
    known, printed = _known(), essence(text)
    if printed in known:
        return known[printed]
    ending = max((title for title in known if printed.endswith(title)), key=len, default="")
    before = printed.removesuffix(ending)
    return known[ending] if ending and _UNIT_NAME.search(before) else ""


def names_an_office(text: str) -> bool:
    """Whether the text ends as names of offices do."""
    return bool(_UNIT_NAME.search(bare(text)))


def is_form_title(text: str) -> bool:
    """Whether the text is the title of a performance self-evaluation form."""
    printed = bare(text)
    return printed.endswith(_FORM) and len(printed) < 60


def is_other_title(text: str) -> bool:
    """Whether the text looks like the title of a table that is neither a statement nor a form."""
    words = whole(bare(text))
    is_title = _OTHER.fullmatch(words) and not TABLE_NUMBER.fullmatch(words)
    return bool(is_title) and not statement_titled(text) and not is_form_title(text)
