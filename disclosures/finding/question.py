"""What a reader asked, with what was chosen beside it: its answers, and how the index is asked for the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from disclosures.finding import answers, ways
from disclosures.finding.answers import MOST_UNITS, Answer
from disclosures.publication.search.entries import digits_of
from disclosures.publication.search.query import Query, QueryWord, with_others, words_of
from disclosures.publication.search.units import units_called
from disclosures.publication.search.words.asked import Asked, Reading, in_full
from disclosures.publication.search.words.cutting import Cut
from disclosures.publication.search.words.lists import Says
from disclosures.statements.models import Unit


@dataclass(frozen=True)
class Chosen:
    """What results are narrowed to: a year, and the code of a region; "" for all."""

    year: str = ""
    region: str = ""

    @property
    def digits(self) -> str:
        """The first digits of the code of the region, which all that lies in it share; "" for everywhere."""
        return digits_of(self.region)[-1] if self.region else ""


@dataclass(frozen=True)
class Question:
    """A question in its canonical text, as the lists read it, and in the year and region that were chosen."""

    text: str
    asked: Asked
    chosen: Chosen

    @classmethod
    def read(cls, text: str, chosen: Chosen) -> "Question":
        """From a canonical text."""
        return cls(text, Asked.read(text), chosen)

    @property
    def wants_meaning(self) -> bool:
        return self.asked.says(Says.MEANING)

    @property
    def year(self) -> str:
        """The year that was chosen, or else the one that the question names."""
        return self.chosen.year or (self.asked.year if self.asked.cuts else "")

    @cached_property
    def read_as(self) -> tuple[Reading, list[Unit]]:
        """The first reading that names units, with these; else one without."""
        given = Query(self.text, (), region=self.chosen.digits)
        is_of_words = self.wants_meaning or (not self.asked.rest and not self.year)
        for reading in () if is_of_words and answers.of_words(self.asked) else self.asked.readings():
            if units := units_called(reading.unit, given, MOST_UNITS):
                return reading, units
        return Reading((), ()), []

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What stands before the results."""
        reading, units = self.read_as
        if pages := ways.of_pages(self.asked, units):
            return pages
        most = ways.of_most(self.asked)
        if not units:
            return most or answers.of_words(self.asked)
        own = answers.of_units(reading, units, self.year)
        return (*own, *most) if len(units) == 1 else (*most, *own)

    @cached_property
    def in_part(self) -> tuple[Reading, list[Unit]]:
        """The first reading that names units though not all that is asked of them is known; else one without."""
        given = Query(self.text, (), region=self.chosen.digits)
        for reading in self.asked.divided():
            if units := units_called(reading.unit, given, MOST_UNITS):
                return reading, units
        return Reading((), ()), []

    def answers_in_part(self, is_found: bool) -> tuple[Answer, ...]:
        """Where the whole question has no answer: the disclosures of the units that it names, with what is missing."""
        reading, units = self.in_part
        if not units:
            return ()
        told = _("下面是提到“{words}”的地方。") if is_found else _("这里没有找到“{words}”。")
        note = told.format(words=" ".join(reading.rest))
        return tuple(replace(one, note=one.note or note) for one in answers.of_units(reading, units, self.year))

    @property
    def queries(self) -> Iterator[Query]:
        """How the index is asked, one way after the other until something is found: of the units whose figures are
        meant, and of no others; else the words as they were typed, unless a year or words that only
        ask are among them; then without words that ask, and with other words for the same; then what no list knows,
        of the units that the rest names.
        """
        given = Query(self.text, (), year=self.year, region=self.chosen.digits)
        reading, units = self.read_as
        if reading.figures and units:
            named = tuple(one for one in self.asked.cuts if one.figures and one.text not in reading.unit)
            own = replace(given, units=tuple(unit.pk for unit in units))
            yield replace(own, words=self._loose(named or self.asked.cuts))
            yield replace(own, words=self._loose(named[-1:] or self.asked.cuts))
            return
        typed = Query.read(self.text)
        if not self.asked.cuts or not (self.asked.year or self.asked.says(Says.NOTHING, Says.MEANING)):
            yield replace(typed, year=self.chosen.year, region=self.chosen.digits)
        yield replace(given, words=self._loose(self.asked.cuts) or typed.words)
        reading, units = self.in_part
        if units:
            yield replace(given, words=words_of(reading.rest), units=tuple(unit.pk for unit in units))

    def _loose(self, cuts: tuple[Cut, ...]) -> tuple[QueryWord, ...]:
        """The words of the stretches, each with other words for the same."""
        told = Asked(cuts)
        others = {one.text: [figure.name for figure in one.figures] for one in cuts}
        read = words_of(told.words)
        return tuple(with_others(word, (*in_full(word.text), *others.get(word.text, ()))) for word in read)
