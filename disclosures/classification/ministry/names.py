"""What codes are called in a year, by the list of the program and by those of a ministry, which go before it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from disclosures.classification.models import Code
from disclosures.classification.official import official_names


def names_in(scheme: str, year: int) -> dict[str, str]:
    """Names by code; one query."""
    listed = Code.objects.of_year(year).filter(scheme=scheme, listed_in__isnull=False).order_by("first_year")
    return official_names(scheme, year) | dict(listed.values_list("code", "name"))


class NamesOfYear(Mapping[str, str]):
    """The same, fetched when somebody asks: most pages of forms never do."""

    def __init__(self, scheme: str, year: int):
        self._of = scheme, year

    @cached_property
    def _names(self) -> dict[str, str]:
        return names_in(*self._of)

    def __getitem__(self, code: str) -> str:
        return self._names[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
