"""Which declared column each column of a grid is; a match must explain every title."""

from collections.abc import Iterable

from disclosures.intake.recognition.fields import SUMS, Fields, Split, Stacked, field_titled, fields_of
from disclosures.intake.recognition.heads import Panel
from disclosures.intake.recognition.three_public import match_three_public
from disclosures.intake.wording import UNIT_IN_TITLE, bare
from disclosures.statements.editions import NEWEST, lasting
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure, ThreePublicExpenses

_STAFF, _OPERATING = {"人员经费", "人员支出"}, {"公用经费", "日常公用经费", "公用支出"}


def match(model: type[StatementLine], panels: list[Panel]) -> list[Fields] | None:
    """The declared columns panel by panel if the head fits the statement, else None."""
    if issubclass(model, AccountLine):
        fields = _match_account(model, panels)
    elif issubclass(model, ThreePublicExpenses):
        fields = match_three_public(panels)
    elif issubclass(model, BasicExpenditure):
        fields = _match_economic(model, panels)
    elif issubclass(model, ClassifiedLine):
        fields = _match_classified(model, panels)
    else:
        fields = None
    return fields if fields and None not in fields else None


def _match_classified(model: type[ClassifiedLine], panels: list[Panel]) -> list[Fields | None] | None:
    if len(panels) != 1 or not (panels[0].codes or panels[0].name is not None):
        return None
    fields = fields_of(panels[0], model.columns())
    return [fields] if fields and len(fields) >= len(model.promised_sums(NEWEST)) else None


def _match_economic(model: type[BasicExpenditure], panels: list[Panel]) -> list[Fields | None]:
    split = _split(model, panels[0]) if len(panels) == 1 and panels[0].codes else None
    return [split] if split else [fields_of(panel, model.columns()) if panel.codes else None for panel in panels]


def _split(model: type[BasicExpenditure], panel: Panel) -> Split | None:
    """The three columns of the budget's form; None for any others."""
    amount, *_ = model.columns()
    titles = {UNIT_IN_TITLE.sub("", column.title): column for column in panel.amounts}
    names = {"staff": _STAFF, "operating": _OPERATING, "amount": {*map(bare, amount.titles), *SUMS}}
    matched = {key: [titles[title] for title in titles if title in known] for key, known in names.items()}
    if len(panel.amounts) != len(names) or any(len(columns) != 1 for columns in matched.values()):
        return None
    split = Split({matched["amount"][0].position: amount})
    split.parts = {key: matched[key][0] for key in ("staff", "operating")}
    return split


def _match_account(model: type[AccountLine], panels: list[Panel]) -> list[Fields | None] | None:
    if any(panel.codes or panel.name is None for panel in panels):
        return None
    if len(panels) == 1:
        return [_stacked(model, panels[0])]
    if len(panels) != 2:
        return None
    return [
        fields_of(panel, model.columns_of(side)) if _complete(panel, model, side) else None
        for panel, side in zip(panels, (INCOME, EXPENDITURE), strict=True)
    ]


def _stacked(model: type[AccountLine], panel: Panel) -> Stacked | None:
    """Income and expenditure below each other: a column of the whole amount, and of what it consists of."""
    whole, *budgets = model.columns_of(EXPENDITURE)
    amount, *_ = model.columns_of(INCOME)
    titles = {*map(bare, (*amount.titles, *whole.titles)), *SUMS}
    wholes = [column for column in panel.amounts if UNIT_IN_TITLE.sub("", column.title) in titles]
    parts = [column for column in panel.amounts if column not in wholes]
    fields = {column.position: field_titled(column, tuple(budgets)) for column in parts}
    if len(wholes) != 1 or None in fields.values() or len(set(fields.values())) < len(fields):
        return None
    stacked = Stacked({wholes[0].position: whole} | fields)
    stacked.income, stacked.parts = {wholes[0].position: amount}, tuple(parts)
    return stacked


def _complete(panel: Panel, model: type[AccountLine], side: str) -> bool:
    """Whether the panel has as many columns as some edition of the form."""
    columns = model.columns_of(side)
    return len(lasting(columns)) <= len(panel.amounts) <= len(columns)


def fitting(panels: list[Panel], numbers: Iterable[str]) -> dict[str, list[Fields]]:
    """Those of the statements whose declaration explains the head, with the match."""
    matches = {number: match(STATEMENTS[number], panels) for number in numbers}
    return {number: fields for number, fields in matches.items() if fields}
