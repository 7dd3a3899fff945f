"""The rules of the text as the register calls them: a rule and the disclosure in, results out."""

from collections.abc import Callable, Iterable, Iterator

from disclosures.checks.narrative.meaning.reading import Reading, reading_of
from disclosures.checks.narrative.rules.percentages import percentages
from disclosures.checks.outcomes import Result
from disclosures.statements.loaded import LoadedDisclosure

Check = Callable[[str, LoadedDisclosure], Iterable[Result]]


def on_text(look: Callable[[str, Reading], Iterable[Result]]) -> Check:
    """A rule on the reading of the text, as a rule on the disclosure."""

    def check(rule: str, loaded: LoadedDisclosure) -> Iterable[Result]:
        return look(rule, reading_of(loaded))

    check.__doc__ = look.__doc__
    return check


def of_percentages(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """All percentages are looked at once; each result belongs to the rule of its kind, or to that of zero bases."""
    results = loaded.derived("percentages", lambda found: tuple(percentages(reading_of(found))))
    return (result for result in results if result.rule == rule)
