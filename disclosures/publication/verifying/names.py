"""The names of codes that units are said to print, against their current disclosures."""

from collections.abc import Iterator

from disclosures.publication.evidence.models import PrintedName
from disclosures.publication.evidence.storage import contents, printed_names
from disclosures.statements.models import Disclosure, State, Unit


def name_differences() -> Iterator[str]:
    """A sentence for each unit of which something else is kept than it prints."""
    kept = PrintedName.objects.values("unit")
    current = Disclosure.objects.filter(state=State.PUBLISHED).values("unit")
    units = Unit.objects.filter(pk__in=kept) | Unit.objects.filter(pk__in=current)
    for unit in units.order_by("pk").iterator(chunk_size=100):
        stored = sorted(map(contents, PrintedName.objects.filter(unit=unit)))
        if stored != sorted(map(contents, printed_names(unit))):
            yield f"{unit}：所记的科目名称与现行的决算不符。"
