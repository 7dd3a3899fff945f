"""Codes by the names that the text gives them: a class, or a path of class, section and item."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from disclosures.checks.cells import cell, cell_from
from disclosures.checks.narrative.meaning.phrases.rows import lengths_by_first, standing
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
OFFICIAL = {*_CLASSES, *(name.removesuffix("支出") for name in _CLASSES)} - {"其他"}
_LEVELS = {3: "类", 5: "款", 7: "项"}
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
_OVERALL = Detail(Expenditure.total_expenditure, Summary.amount)
CODES_IN: dict[Scope | None, Detail] = {
    Scope.OVERALL: _OVERALL,
    Scope.FISCAL: Detail(GeneralBudgetExpenditure.total, FiscalSummary.total),
    Scope.GENERAL: _GENERAL,
    Scope.FUND: Detail(GovernmentFund.expenditure, FiscalSummary.government_fund_budget),
    Scope.CAPITAL: Detail(StateCapital.expenditure, FiscalSummary.state_capital_budget),
    None: _GENERAL,
}


@lru_cache(maxsize=8192)  # documents call codes by the same names
def _squeezed(name: str) -> str:
    return squeeze(name).text


def _called(code: str, name: str) -> list[str]:
    """A class, section or item as a text names it: with the word for its level, a class also without 支出."""
    level = _LEVELS.get(len(code), "")
    short = name.removesuffix("支出")
    called = [name, f"{name}({level})"]
    return [*called, f"{short}({level})", f"{short}({level})支出"] if level == "类" and len(short) > 1 else called


class Names:
    """Codes by name, found where a name stands."""

    def __init__(self, codes: Mapping[str, tuple[str, ...]]):
        self._codes = codes
        self._lengths = lengths_by_first(codes)

    def at(self, text: str, place: int) -> list[tuple[str, tuple[str, ...]]]:
        """The names that stand there, the longest first, each with the codes that have it."""
        if text[place] in self._lengths:
            found = ((name, self._codes.get(name)) for name in standing(self._lengths, text, place))
            return [(name, codes) for name, codes in found if codes]
        return []


CLASSES = Names({called: (code,) for name, code in _CLASSES.items() for called in _called(code, name)})


class Codes:
    """The functional and economic codes that the tables of one disclosure print."""

    def __init__(self, loaded: LoadedDisclosure):
        self.loaded = loaded
        self._names: dict[str, dict[str, str]] = {}
        self._by_name: dict[str, Names] = {}
        self._items: dict[str, dict[str, list[str]]] = {}

    def names(self, number: str) -> dict[str, str]:
        """Squeezed name by code, as the table prints them."""
        if number not in self._names:
            lines = (line for line in self.loaded.lines[number] if line.code)
            self._names[number] = {line.code: _squeezed(line.name) for line in lines if line.name.strip()}
        return self._names[number]

    def by_name(self, detail: Detail) -> Names:
        """The codes of that table by what a text may call them."""
        if detail.number not in self._by_name:
            found: dict[str, tuple[str, ...]] = {}
            for code, name in self.names(detail.number).items():
                for called in _called(code, name):
                    found[called] = (*found.get(called, ()), code)
            self._by_name[detail.number] = Names(found)
        return self._by_name[detail.number]

    def functional(self, codes: tuple[str, ...], called: str, detail: Detail) -> Subject:
        """What the name means: a code, or one of several that are called so."""
        names = self.names(detail.number)
        name = names.get(codes[0]) or next(one for one in _CLASSES if called in _called(codes[0], one))
        if len(codes) == 1:
            return of_code(codes[0], name, detail)
        return Subject(f"item:{called}", called, tuple((cell(code, detail.detail),) for code in codes))

    @cached_property
    def economic_names(self) -> Names:
        """The codes of basic expenditure by economic code, by their names."""
        found: dict[str, tuple[str, ...]] = {}
        for code, name in self.names("06").items():
            if code.isdigit():
                found[name] = (*found.get(name, ()), code)
        return Names(found)

    def economic(self, codes: tuple[str, ...], name: str) -> Subject:
        """An economic code of basic expenditure, or one of several that are called so."""
        cells = tuple((cell_from(f"06 {code} amount"),) for code in codes)
        return Subject(f"economic:{codes[0] if len(codes) == 1 else name}", name, cells)

    def of_path(self, path: re.Match, detail: Detail) -> Subject:
        """The item that a path names; without cells where no table has it."""
        code = self.code_of(path, detail.number)
        return of_code(code, path["item"], detail) if code else Subject(f"item:{path['item']}", path["item"])

    def code_of(self, path: re.Match, number: str) -> str | None:
        """The one item of that name in that class; the section decides where there are several."""
        below = [
            code
            for code in self._by_item(number)[path["item"]]
            if _is_called(self.names(number).get(code[:3], class_name(path)), class_name(path))
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


def _is_called(name: str, said: str) -> bool:
    return said in (name, name.removesuffix("支出"))


def class_name(path: re.Match) -> str:
    """The first name of a path without its numbering and whatever else stands before an official name."""
    return _official_end(_NUMBERING.sub("", path["class"]))


@lru_cache(maxsize=1024)
def _official_end(said: str) -> str:
    return max((name for name in OFFICIAL if said.endswith(name)), key=len, default=said)


def last_path(text: str) -> re.Match | None:
    """The last path that the squeezed text names."""
    return next(iter(deque(PATH.finditer(text), maxlen=1)), None)


def of_code(code: str, name: str, detail: Detail) -> Subject:
    cells = [cell(code, detail.detail)]
    if code in _CLASSES.values():
        cells += [cell(f"expenditure:{code}", detail.summary)]
    if detail is _OVERALL:  # a text that speaks of everything may mean the general public budget by it
        cells += [cell(code, _GENERAL.detail)]
    return Subject(f"code:{detail.number}:{code}", name, cells=tuple((one,) for one in cells))
