"""What a wording can speak of: names of figures in the tables of a made-up unit, and of others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from disclosures.classification.codes import parents_of
from disclosures.statements.form_rows import ORDINALS
from disclosures.statements.loaded import LoadedDisclosure
from tests.checks.narrative.wordings.books import Books
from tests.checks.narrative.wordings.others import Known, others

NONE = Decimal(0)

# Name -> table, row, column.
CELLS = {
    "total": ("01", "income:grand_total", "amount"),
    "income": ("01", "income:income_this_year", "amount"),
    "opening": ("01", "income:opening_balance", "amount"),
    "surplus_used": ("01", "income:surplus_used", "amount"),
    "expenditure": ("01", "expenditure:expenditure_this_year", "amount"),
    "surplus_distributed": ("01", "expenditure:surplus_distributed", "amount"),
    "closing": ("01", "expenditure:closing_balance", "amount"),
    "income.general": ("01", "income:general_public_budget", "amount"),
    "income.fund": ("01", "income:government_fund_budget", "amount"),
    "income.capital": ("01", "income:state_capital_budget", "amount"),
    "income.fiscal": ("02", "total", "fiscal_appropriation"),
    "income.superior": ("02", "total", "superior_subsidy"),
    "income.institutional": ("02", "total", "institutional_income"),
    "income.business": ("02", "total", "business_income"),
    "income.affiliates": ("02", "total", "affiliate_remittance"),
    "income.other": ("02", "total", "other_income"),
    "basic": ("03", "total", "basic_expenditure"),
    "project": ("03", "total", "project_expenditure"),
    "superior": ("03", "total", "superior_remittance"),
    "business": ("03", "total", "business_expenditure"),
    "affiliates": ("03", "total", "affiliate_subsidy"),
    "fiscal.total": ("04", "income:grand_total", "amount"),
    "fiscal.income": ("04", "income:income_this_year", "amount"),
    "fiscal.opening": ("04", "income:opening_balance", "amount"),
    "fiscal.expenditure": ("04", "expenditure:expenditure_this_year", "total"),
    "fiscal.closing": ("04", "expenditure:closing_balance", "total"),
    "general": ("05", "total", "total"),
    "general.basic": ("05", "total", "basic_expenditure"),
    "general.project": ("05", "total", "project_expenditure"),
    "staff": ("06", "staff", "amount"),
    "office": ("06", "operating", "amount"),
    "three": ("07", "total", "actual"),
    "abroad": ("07", "overseas_travel", "actual"),
    "reception": ("07", "official_reception", "actual"),
    "vehicles": ("07", "official_vehicles", "actual"),
    "operation": ("07", "vehicle_operation", "actual"),
    "purchase": ("07", "vehicle_purchase", "actual"),
    "fund.opening": ("08", "total", "opening_balance"),
    "fund.income": ("08", "total", "income"),
    "fund": ("08", "total", "expenditure"),
    "fund.basic": ("08", "total", "basic_expenditure"),
    "fund.project": ("08", "total", "project_expenditure"),
    "fund.closing": ("08", "total", "closing_balance"),
    "capital": ("09", "total", "expenditure"),
    "capital.income": ("09", "total", "income"),
    "capital.project": ("09", "total", "project_expenditure"),
}  # fmt: skip
SOURCES = {
    "income.fiscal": "财政拨款收入",
    "income.superior": "上级补助收入",
    "income.institutional": "事业收入",
    "income.business": "经营收入",
    "income.affiliates": "附属单位上缴收入",
    "income.other": "其他收入",
}
# List -> table, length of its codes, column of `it`.
ROWS = {
    "items": ("05", 7, "total"),
    "classes": ("05", 3, "total"),
    "all.classes": ("03", 3, "total_expenditure"),
    "income.classes": ("02", 3, "total_income"),
    "fund.items": ("08", 7, "expenditure"),
}
PANELS = {"staff.sections": ("301", "303"), "office.sections": ("302", "307", "309", "310", "311", "312", "313", "399")}


@dataclass(frozen=True)
class Entry:
    """One of a list: the figures and the words that a repeated text may say of it."""

    key: str
    figures: dict[str, Known]
    words: dict[str, str] = field(default_factory=dict)


class Facts:
    """The figures and lists of one unit; amounts are 元 as its tables print them."""

    def __init__(self, of: Books, seed: int):
        self.made, self.now, self.was, self.budget = of.made, of.now, of.was, of.budget
        self.disclosure = self.made.disclosure
        self._others = others(self.made, self.cell, seed)

    def known(self, name: str) -> Known:
        """The figure of that name in this year, in the year before and in the budget."""
        return self.cell(*CELLS[name]) if name in CELLS else self._others[name]

    def cell(self, number: str, row: str, column: str) -> Known:
        """The figure of a cell; a blank is nothing."""
        planned = (self.now, "initial_budget") if number == "07" else (self.budget, column)
        values = [_value(book, number, row, name) for book, name in ((self.now, column), (self.was, column), planned)]
        return Known(*values)

    @cached_property
    def words(self) -> dict[str, str]:
        """What a wording calls the unit and its years."""
        year = self.disclosure.year
        return {"year": f"{year}", "last": f"{year - 1}", "unit": self.disclosure.unit_name}

    # -----------------------------------------------------------------------------------------------------------------
    # Lists
    # -----------------------------------------------------------------------------------------------------------------

    def entries(self, name: str) -> list[Entry]:
        """The entries of that list that have a figure, numbered."""
        entries = [entry for entry in self._entries(name) if entry.figures["it"].now]
        for n, entry in enumerate(entries):
            entry.words.update(n=f"{n + 1}", no=ORDINALS[n])
        return entries

    def _entries(self, name: str) -> Iterator[Entry]:
        if name == "sources":
            for key, title in SOURCES.items():
                yield Entry(key, {"it": self.known(key)}, {"name": title})
        elif name == "forms":
            yield from self._forms()
        elif name in PANELS:
            yield from self._sections(PANELS[name])
        else:
            yield from self._rows(*ROWS[name])

    def _rows(self, number: str, length: int, column: str) -> Iterator[Entry]:
        names = {line.key: line.name for line in self.now.lines[number]}
        for line in self.now.lines[number]:
            if len(line.code) == length:
                columns = {"it": column, "it.basic": "basic_expenditure", "it.project": "project_expenditure"}
                figures = {key: self.cell(number, line.key, one) for key, one in columns.items() if hasattr(line, one)}
                above = dict(zip(("class", "section"), (names[code] for code in parents_of(line.code)), strict=False))
                words = {"name": line.name, "code": line.code, **above}
                short = words.get("class", line.name).removesuffix("支出")
                yield Entry(line.code, figures, {**words, "short": short})

    def _sections(self, classes: tuple[str, ...]) -> Iterator[Entry]:
        for line in self.now.lines["06"]:
            if len(line.code) == 5 and line.code.startswith(classes):
                yield Entry(line.code, {"it": self.cell("06", line.key, "amount")}, {"name": line.name})

    def _forms(self) -> Iterator[Entry]:
        for made in self.made.forms:
            if made.form.kind == made.form.PROJECT:
                figures = {"it": Known(made.form.executed), "it.budget": Known(made.form.budget)}
                figures["it.score"] = Known(Decimal(made.form.total_score), unit="分")
                yield Entry(made.form.name, figures, {"name": made.form.name})


def _value(book: LoadedDisclosure, number: str, row: str, column: str) -> Decimal:
    line = book.row(number, row)
    return (getattr(line, column) if line else None) or NONE
