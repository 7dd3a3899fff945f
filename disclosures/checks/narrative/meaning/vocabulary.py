"""Finds the subject that a stretch of text names: in the vocabulary, the code lists of the tables, the forms."""

import re
from collections.abc import Iterator
from functools import cached_property

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.codes import CODES_IN, Codes
from disclosures.checks.narrative.meaning.scopes import Scope
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.narrative.meaning.subjects import Subject, by_name
from disclosures.checks.narrative.meaning.words import accounts, facts
from disclosures.statements.loaded import Form, LoadedDisclosure

_PREFIX = re.compile(
    r"\(?[\d一二三四五六七八九十]{1,3}[).．]|[一二三四五六七八九十]、|其中|[一二三四五六七八]是|本年度|今年度?|全年"
    r"|当年|本单位|本部门|我单位|我部门|财政拨款安排的|安排的|涉及|\(?含|\(|(?P<before>[^年]{0,40}?)(?P<year>\d{4})年度?"
)
_SUFFIX = re.compile(r"(?:均为|各是|分别为|为|是|共计|累计|总计|合计|达到|共|计|决算数?|支出|数|\(类\))$")

_EVERYWHERE = by_name(accounts.TOTALS, facts.THREE_PUBLIC, facts.AGENCY)
_NAMES: dict[Scope, dict[tuple[Unit, str], Subject]] = {
    scope: {**_EVERYWHERE, **by_name({**accounts.BY_SCOPE, **facts.BY_SCOPE}.get(scope, ()))} for scope in Scope
}


class Vocabulary:
    """All names that one disclosure may use."""

    def __init__(self, loaded: LoadedDisclosure):
        self.loaded = loaded
        self.codes = Codes(loaded)
        self.unit_name = squeeze(loaded.disclosure.unit_name).text

    def find(self, text: str, scope: Scope | None, unit: Unit = Unit.YUAN) -> Subject | None:
        """The subject that the whole text names, when what introduces and ends a name is taken off."""
        names = _NAMES[scope] if scope else _EVERYWHERE
        for candidate in self._candidates(text):
            if found := names.get((unit, candidate)):
                return found
            if candidate.endswith("(项)"):
                return self.codes.item(candidate, CODES_IN.get(scope, CODES_IN[None]))
            if found := self.codes.functional_class(candidate, CODES_IN.get(scope)):
                return found
        return None

    def _candidates(self, text: str) -> Iterator[str]:
        """The text with less and less before and behind it."""
        while text:
            rest = text
            while rest:
                yield rest
                match = _SUFFIX.search(rest)
                rest = rest[: match.start()] if match else ""
            text = self._shortened(text)

    def _shortened(self, text: str) -> str:
        if self.unit_name and text.startswith(self.unit_name):
            return text[len(self.unit_name) :]
        match = _PREFIX.match(text)
        is_other_year = (
            match and match["year"] and int(match["year"]) != (self.loaded.disclosure.year or int(match["year"]))
        )
        return "" if not match or is_other_year else text[match.end() :]

    @cached_property
    def _forms(self) -> dict[str, Form]:
        return {squeeze(form.form.name).text: form for form in self.loaded.forms}

    def form(self, name: str) -> Form | None:
        """The project's self-evaluation form with that squeezed name."""
        return self._forms.get(name)
