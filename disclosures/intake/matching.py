"""Which declared column each column of a grid is; a match must explain every title."""

import re

from disclosures.intake.heads import Column, Panel
from disclosures.intake.wording import bare
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure, ThreePublicExpenses
from disclosures.statements.outlines import EXPENDITURE, INCOME

_IN_UNIT = re.compile(r"\((?:单位:)?(?:万元|亿元|元)\)$")

Fields = dict[int, Amount]  # position of a column -> the declared column


def fields_of(panel: Panel, declared: tuple[Amount, ...]) -> Fields | None:
    """The declared column of each amount column; None if a title stays unexplained or two claim one column."""
    found = {column.position: _field(column, declared) for column in panel.amounts}
    if not found or None in found.values() or len(set(found.values())) < len(found):
        return None
    return found


def _field(column: Column, declared: tuple[Amount, ...]) -> Amount | None:
    title = _IN_UNIT.sub("", column.title)
    named = [field for field in declared if title in {bare(one) for one in field.titles}]
    grouped = [field for field in named if bare(field.group) in (*column.stack, "")]
    return next(iter(grouped or named), None)


def match(model: type[StatementLine], panels: list[Panel]) -> list[Fields] | None:
    """The declared columns panel by panel if the head fits the statement, else None."""
    if issubclass(model, AccountLine):
        found = _match_account(model, panels)
    elif issubclass(model, ThreePublicExpenses):
        found = _match_three_public(model, panels)
    elif issubclass(model, BasicExpenditure):
        found = [fields_of(panel, model.columns()) if panel.codes else None for panel in panels]
        found = found if len(found) > 1 else None
    else:
        found = _match_classified(model, panels)
    return found if found and None not in found else None


def _match_classified(model: type[ClassifiedLine], panels: list[Panel]) -> list[Fields | None] | None:
    if len(panels) != 1 or not (panels[0].codes or panels[0].name is not None):
        return None
    fields = fields_of(panels[0], model.columns())
    return [fields] if fields and len(fields) >= len(model.identities) else None


def _match_account(model: type[AccountLine], panels: list[Panel]) -> list[Fields | None] | None:
    if len(panels) != 2 or any(panel.codes or panel.name is None for panel in panels):
        return None
    return [
        fields_of(panel, model.columns_of(side)) if _complete(panel, model, side) else None
        for panel, side in zip(panels, (INCOME, EXPENDITURE), strict=True)
    ]


def _complete(panel: Panel, model: type[AccountLine], side: str) -> bool:
    return len(panel.amounts) == len(model.columns_of(side))


def _match_three_public(model: type[ThreePublicExpenses], panels: list[Panel]) -> list[Fields | None] | None:
    if len(panels) != 1 or panels[0].codes or panels[0].name is None:
        return None
    return [fields_of(panels[0], model.columns())]


def fitting(panels: list[Panel]) -> dict[str, list[Fields]]:
    """Every statement whose declaration explains the head, with the match."""
    matches = {number: match(model, panels) for number, model in STATEMENTS.items()}
    return {number: found for number, found in matches.items() if found}
