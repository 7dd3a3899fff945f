"""What the site counts as a whole."""

from collections.abc import Iterator

from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationCounter
from disclosures.publication.steps import PUBLIC, PUBLISH, WITHDRAW
from disclosures.statements.models import Disclosure, State


def site_differences() -> Iterator[str]:
    """The publication number counts at least every publication and withdrawal that is kept."""
    counter = PublicationCounter.objects.filter(pk=1).first()
    steps = StepTaken.objects.filter(step__in=(PUBLISH.key, WITHDRAW.key)).count()
    if counter is None:
        if Disclosure.objects.filter(state__in=PUBLIC).exists():
            yield "发布序号不见了。"
        return
    if counter.number < steps:
        yield f"发布序号是 {counter.number}，发布和撤回却有 {steps} 次。"
    has_made_up = Disclosure.objects.filter(state=State.PUBLISHED, unit__is_made_up=True).exists()
    if counter.has_made_up != has_made_up:
        yield "网站说有没有虚构的决算，与现行的决算不符。"
