"""Which statement or form a printed title names, from the titles that the models declare."""

import re
from functools import cache

from disclosures.intake.wording import bare, essence
from disclosures.statements.models import STATEMENTS

_FORM = "自评表"
_OTHER = re.compile(r"(?!第[一二三四五六七八九十]+部分)[^。，；:：]{2,40}表(?:\([^()]{1,20}\))?")


@cache
def _known() -> dict[str, str]:
    """Essence of every declared title -> table number."""
    return {
        essence(title): number for number, model in STATEMENTS.items() for title in (model.title, *model.other_titles)
    }


@cache
def statement_titled(text: str) -> str:
    """The number of the statement whose title the text is, or ends with after a unit's name; "" if none."""
    known, printed = _known(), essence(text)
    if printed in known:
        return known[printed]
    ending = max((title for title in known if printed.endswith(title)), key=len, default="")
    return known.get(ending, "") if len(printed) - len(ending) < 60 else ""


def is_form_title(text: str) -> bool:
    """Whether the text is the title of a performance self-evaluation form."""
    printed = bare(text)
    return printed.endswith(_FORM) and len(printed) < 60


def is_other_title(text: str) -> bool:
    """Whether the text looks like the title of a table that is neither a statement nor a form."""
    return bool(_OTHER.fullmatch(bare(text))) and not statement_titled(text) and not is_form_title(text)
