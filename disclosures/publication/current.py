"""What the public may see now: the current revisions, an older one at its own address, the publication number."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery

from disclosures.checks.models import Answer
from disclosures.classification.regions import WITH_PATH
from disclosures.publication.models import PublicationCounter
from disclosures.publication.questions.shown import NEWEST_SHOWN
from disclosures.publication.steps import PUBLIC
from disclosures.statements.models import Disclosure, State

PLACE = f"unit__region__{WITH_PATH}"
NAMES = PublicationCounter.objects.filter(pk=1).values("names")
NEWEST_ANSWER = Answer.objects.filter(disclosure=OuterRef("pk")).order_by("-answered_at").values("answered_at")[:1]


@dataclass(frozen=True)
class SiteState:
    """What pages that show several disclosures are a function of: publications, and the names of units, regions, codes.

    `has_made_up` says whether any disclosure is for show only.
    """

    number: int = 0
    names: int = 0
    has_made_up: bool = False


def site_state() -> SiteState:
    """The state of the site in one query."""
    counter = PublicationCounter.objects.filter(pk=1).values_list("number", "names", "has_made_up").first()
    return SiteState(*counter) if counter else SiteState()


def publication_number() -> int:
    """Raised by every publish and withdraw."""
    return site_state().number


def published() -> QuerySet[Disclosure]:
    """The current revision of every disclosure, with its unit and the regions that it lies in."""
    return Disclosure.objects.filter(state=State.PUBLISHED).select_related(PLACE)


def public_revision(region: str, unit_code: str, year: int, revision: int | None = None) -> Disclosure | None:
    """The current revision; with a number that very one, though superseded or withdrawn. None where there is none.

    Read with the revision itself: `answered_at`, the time of the unit's newest answer to a finding, `shown_at`, that of
    the newest change of answers to readers, and `names`, which counts the changes of names that pages show beside it.
    """
    revisions = Disclosure.objects.filter(unit__region=region, unit__code=unit_code, year=year)
    revisions = (
        revisions.filter(state=State.PUBLISHED)
        if revision is None
        else revisions.filter(state__in=PUBLIC, revision=revision)
    )
    beside = {"answered_at": Subquery(NEWEST_ANSWER), "names": Subquery(NAMES), "shown_at": Subquery(NEWEST_SHOWN)}
    return revisions.annotate(**beside).select_related(PLACE).first()


def newer_than(disclosure: Disclosure) -> Disclosure | None:
    """The current revision, with what is read beside it, where the disclosure is an older one; else no query."""
    if disclosure.state == State.PUBLISHED:
        return None
    return public_revision(disclosure.unit.region_id, disclosure.unit.code, disclosure.year)


def published_years() -> dict[int, int]:
    """The years of which something is current, newest first, each with how many disclosures; one query."""
    years = Disclosure.objects.filter(state=State.PUBLISHED).order_by("-year").values_list("year")
    return dict(years.annotate(Count("pk")))


def main_year(years: dict[int, int]) -> int | None:
    """The newest year with more than half as many as the fullest: of one that has only begun, sums would mislead."""
    most = max(years.values(), default=0)
    return max((year for year, count in years.items() if count > most / 2), default=None)
