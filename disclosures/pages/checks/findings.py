"""A result as a sentence whose figures lead to where they stand, with the unit's answer beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.wording import Span
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import Sign, sign_of
from disclosures.pages.checks.telling import is_told_again, told
from disclosures.pages.shared.sentences import Phrase, Sentence, plain
from disclosures.pages.terms import term
from disclosures.statements.models import Disclosure


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
    severity: Severity
    rule: str
    title: str
    sentence: Sentence
    places: tuple[Place, ...]
    others: tuple[str, ...] = ()
    answer: Answer | None = None
    recorded: str = ""


def anchor_of(key: str) -> str:
    """What a result is called on the page of the checks."""
    return f"f-{key}"


def answers_of(disclosure: Disclosure) -> dict[str, Answer]:
    """The unit's answers by the key of the result; those taken back are none. One query."""
    found = Answer.objects.filter(disclosure=disclosure).exclude(text="")
    return {answer.finding: answer for answer in found}


def findings_of(results: Iterable[Result], places: Places, answers: dict[str, Answer]) -> tuple[Finding, ...]:
    """The results as sentences, in their order; those that say the same become one, which leads to all places."""
    found: dict[tuple[str, str], Finding] = {}
    for result in results:
        said = (result.rule, result.message)
        one = _finding(result, places, answers)
        found[said] = _joined(found[said], one) if said in found else one
    return tuple(found.values())


def _finding(result: Result, places: Places, answers: dict[str, Answer]) -> Finding:
    rule, key, is_again = BY_CODE.get(result.rule), result.key, is_told_again()
    sentence, left_out = (told(result, places), []) if is_again else _sentence(result, places)
    return Finding(
        key=key,
        anchor=anchor_of(key),
        sign=sign_of(result),
        severity=result.severity,
        rule=result.rule,
        title=term(rule.title) if rule else "",
        sentence=sentence,
        places=tuple(left_out),
        answer=answers.get(key),
        recorded=result.message if is_again else "",
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


def _sentence(result: Result, places: Places) -> tuple[Sentence, list[Place]]:
    """The sentence with its figures as links; and the places of figures that it does not name."""
    told, links, left_out = result.told, {}, []
    for figure, spans in ((result.left, told.left), (result.right, told.right)):
        href = places.href(figure)
        if not href or href in links.values():
            continue
        if span := next((span for span in spans if not any(map(span.overlaps, links))), None):
            links[span._replace(is_figure=span.is_figure and figure.value is not None)] = href
        else:
            left_out.append(Place(places.title(figure), href))
    return tuple(_phrases(told.text, links)), left_out


def _phrases(text: str, links: dict[Span, str]) -> Iterator[Phrase]:
    end = 0
    for span in sorted(links):
        if span.start > end:
            yield plain(text[end : span.start])
        yield Phrase(text[span.start : span.stop], links[span], strong=span.is_figure)
        end = span.stop
    if end < len(text):
        yield plain(text[end:])
