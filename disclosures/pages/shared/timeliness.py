"""Whether a year was made public within the law's days after its approval, as far as both days are known."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from disclosures.checks.publication.deadline import DAYS
from disclosures.statements.models import Disclosure


@dataclass(frozen=True)
class Timeliness:
    """The day of approval, that of publication, and the number of days between them."""

    approved: date
    published: date
    day: int

    @property
    def is_in_time(self) -> bool:
        return self.day <= DAYS

    @property
    def days_late(self) -> int:
        return max(0, self.day - DAYS)


def timeliness_of(disclosure: Disclosure, first: Disclosure | None = None) -> Timeliness | None:
    """None where a day is not known, or the approval came later. Source: what is stored; no query.

    Published is the day that the document names, else that of `first`, the first revision on this site.
    """
    first = disclosure if disclosure.revision == 1 else first
    published = disclosure.publication_date
    if published is None and first and first.revision == 1 and first.published_at:
        published = localdate(first.published_at)
    approved = disclosure.approval_date
    if approved is None or published is None or published < approved:
        return None
    return Timeliness(approved, published, (published - approved).days)
