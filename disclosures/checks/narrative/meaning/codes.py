"""Functional codes by the names that the text gives them: a class, or a path of class, section and item."""

import re
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any

from disclosures.checks.cells import Cell, cell
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import (
    Expenditure,
    FiscalSummary,
    GeneralBudgetExpenditure,
    GovernmentFund,
    StateCapital,
    Summary,
)

PATH = re.compile(
    r"(?P<class>[^，。；：、]{2,40}?)\((?:\d{3})?类\)(?P<section>[^，。；：]{2,40}?)\((?:\d{2,5})?款\)"
    r"(?P<item>[^，。；：]{2,40}?)\((?:\d{2,7})?项\)"
)
_CLASSES = {name: code for code, *names in FUNCTIONAL_CLASSES for name in names}
_NUMBERING = re.compile(r"^(?:\(?[\d一二三四五六七八九十]{1,3}[).．、])+|^其中")


@dataclass(frozen=True)
class Detail:
    """The column that details a kind of expenditure by function, and that of the summary that has its classes."""

    detail: Any
    summary: Any

    @property
    def number(self) -> str:
        """The table that details it."""
        return self.detail.field.model.number


_GENERAL = Detail(GeneralBudgetExpenditure.total, FiscalSummary.general_public_budget)
CODES_IN: dict[Scope | None, Detail] = {
    Scope.OVERALL: Detail(Expenditure.total_expenditure, Summary.amount),
    Scope.FISCAL: Detail(GeneralBudgetExpenditure.total, FiscalSummary.total),
    Scope.GENERAL: _GENERAL,
    Scope.FUND: Detail(GovernmentFund.expenditure, FiscalSummary.government_fund_budget),
    Scope.CAPITAL: Detail(StateCapital.expenditure, FiscalSummary.state_capital_budget),
    None: _GENERAL,
}


class Codes:
    """The functional codes that the tables of one disclosure print."""

    def __init__(self, loaded: LoadedDisclosure):
        self.loaded = loaded
        self._names: dict[str, dict[str, str]] = {}
        self._items: dict[str, dict[str, list[str]]] = {}

    def names(self, number: str) -> dict[str, str]:
        """Squeezed name by code, as the table prints them."""
        if number not in self._names:
            lines = (line for line in self.loaded.lines[number] if line.code)
            self._names[number] = {line.code: squeeze(line.name).text for line in lines}
        return self._names[number]

    def functional_class(self, name: str, detail: Detail | None) -> Subject | None:
        """The class of that name, where the section speaks of classes."""
        code = _CLASSES.get(name) if detail else None
        if not code:
            return None
        return _coded(code, name, detail, cell(f"expenditure:{code}", detail.summary))

    def item(self, text: str, detail: Detail) -> Subject | None:
        """The item at the end of the path that the text ends with; without cells where no table has it."""
        if not (match := _last(text)):
            return None
        code = self.code_of(match, detail.number)
        return _coded(code, match["item"], detail) if code else Subject(f"item:{match['item']}", match["item"])

    def code_of(self, path: re.Match, number: str) -> str | None:
        """The one item of that name in that class; the section decides where there are several."""
        below = [
            code
            for code in self._by_item(number)[path["item"]]
            if self.names(number).get(code[:3], class_name(path)) == class_name(path)
        ]
        exact = [code for code in below if self.names(number).get(code[:5]) == path["section"]]
        return next(iter(exact or below), None) if len(exact or below) == 1 else None

    def _by_item(self, number: str) -> dict[str, list[str]]:
        if number not in self._items:
            self._items[number] = defaultdict(list)
            for code, name in self.names(number).items():
                if len(code) == 7:
                    self._items[number][name].append(code)
        return self._items[number]


def class_name(path: re.Match) -> str:
    """The first name of a path without its numbering."""
    return _NUMBERING.sub("", path["class"])


def last_path(text: str) -> re.Match | None:
    """The last path that the squeezed text names."""
    return next(iter(deque(PATH.finditer(text), maxlen=1)), None)


def _last(text: str) -> re.Match | None:
    match = last_path(text)
    return match if match and match.end() == len(text) else None


def _coded(code: str, name: str, detail: Detail, *others: Cell) -> Subject:
    cells = (cell(code, detail.detail), *others)
    return Subject(f"code:{detail.number}:{code}", name, cells=tuple((one,) for one in cells))
