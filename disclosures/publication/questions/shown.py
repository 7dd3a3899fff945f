"""The questions and answers that pages of a revision show."""

from django.db.models import OuterRef

from disclosures.publication.questions.models import ReaderQuestion
from disclosures.statements.models import Disclosure

_EVER_SHOWN = ReaderQuestion.objects.filter(disclosure=OuterRef("pk"), shown_at__isnull=False)
NEWEST_SHOWN = _EVER_SHOWN.order_by("-shown_at").values("shown_at")[:1]


def shown_of(disclosure: Disclosure) -> list[ReaderQuestion]:
    """Those that are public, the oldest first; one query, and none where none ever was."""
    if not getattr(disclosure, "shown_at", None):
        return []
    shown = ReaderQuestion.objects.filter(disclosure=disclosure, state=ReaderQuestion.Progress.PUBLISHED)
    return list(shown.order_by("pk"))
