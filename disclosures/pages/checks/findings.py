"""A result as a sentence whose figures lead to where they stand, with the unit's answer beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from disclosures.addresses.spots import finding_anchor
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.register.verdicts import Verdict, verdict_of
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import Sign, sign_of
from disclosures.pages.checks.telling import is_told_again, told
from disclosures.pages.shared.sentences import Sentence
from disclosures.statements.models import Disclosure
from disclosures.statements.terms import term


@dataclass(frozen=True)
class Place:
    """Where something stands that the sentence itself does not lead to."""

    title: str
    href: str


@dataclass(frozen=True)
class Finding:
    """One relation; `others` are the keys of relations that say the same of the same figures at another place.

    `recorded` is the sentence that was kept, where the page tells it again in its own language; else "".
    """

    key: str
    anchor: str
    sign: Sign
    verdict: Verdict | None
    rule: str
    title: str
    sentence: Sentence
    places: tuple[Place, ...]
    others: tuple[str, ...] = ()
    answer: Answer | None = None
    recorded: str = ""


def answers_of(disclosure: Disclosure) -> dict[str, Answer]:
    """The unit's answers by the key of the result; those taken back are none. One query."""
    answers = Answer.objects.filter(disclosure=disclosure).exclude(text="")
    return {answer.finding: answer for answer in answers}


def findings_of(results: Iterable[Result], places: Places, answers: dict[str, Answer]) -> tuple[Finding, ...]:
    """The results as sentences, in their order; those that say the same become one, which leads to all places."""
    by_words: dict[tuple[str, str], Finding] = {}
    for result in results:
        said = (result.rule, result.message)
        finding = _finding(result, places, answers)
        by_words[said] = _joined(by_words[said], finding) if said in by_words else finding
    return tuple(by_words.values())


def _finding(result: Result, places: Places, answers: dict[str, Answer]) -> Finding:
    rule, key = BY_CODE.get(result.rule), result.key
    sentence, left_out = told(result, places)
    return Finding(
        key=key,
        anchor=finding_anchor(key),
        sign=sign_of(result),
        verdict=verdict_of(result),
        rule=result.rule,
        title=term(rule.title) if rule else "",
        sentence=sentence,
        places=tuple(Place(places.title(figure), places.href(figure)) for figure in left_out),
        answer=answers.get(key),
        recorded=result.message if is_told_again() else "",
    )


def _joined(first: Finding, other: Finding) -> Finding:
    """The first with the places of the other: one fact that is printed twice breaks a relation twice."""
    known = {phrase.href for phrase in first.sentence} | {place.href for place in first.places}
    others = [Place(_("另一处"), phrase.href) for phrase in other.sentence if phrase.href]
    new = [place for place in (*others, *other.places) if place.href not in known]
    return replace(
        first,
        places=(*first.places, *new),
        others=(*first.others, other.key),
        answer=first.answer or other.answer,
    )
