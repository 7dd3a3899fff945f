"""A list made, signed and kept; and what is in all lists so far."""

import json
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from disclosures.publication.signed.keys import signing_key, written
from disclosures.publication.signed.merkle import root_of
from disclosures.publication.signed.models import DigestList
from disclosures.publication.steps import PUBLIC
from disclosures.statements.models import Disclosure

FORMAT = 1


class UnfitError(Exception):
    """A month of which no list can be made, with the reason."""


def sign_month(month: str) -> DigestList:
    """The list of that month, over everything that no earlier one has."""
    end = end_of(month)
    with transaction.atomic():
        last = DigestList.objects.last()
        if end > timezone.now():
            raise UnfitError(f"{month} 还没有过完。")
        if last and last.month >= month:
            raise UnfitError(f"{last.month} 的清单已经签了；清单只能往后签。")
        revisions = sorted(set(public_digests(end)) - listed())
        content = _written(month, last.sha256 if last else "", revisions)
        key = signing_key()
        return DigestList.objects.create(
            month=month, content=content, signature=key.sign(content), public_key=written(key.public_key())
        )


def listed() -> set[tuple[str, str]]:
    """All pairs of address and digest in the lists so far."""
    return {(address, digest) for each in DigestList.objects.all() for address, digest in each.told()["revisions"]}


def root(revisions: list) -> str:
    """The root over pairs of address and digest, in hexadecimal; a leaf is both with a space between."""
    return root_of([f"{address} {digest}" for address, digest in revisions]).hex()


def _written(month: str, previous: str, revisions: list[tuple[str, str]]) -> bytes:
    told = {"format": FORMAT, "month": month, "previous": previous, "root": root(revisions), "revisions": revisions}
    return json.dumps(told, sort_keys=True, indent=0, ensure_ascii=False).encode()


def public_digests(before: datetime | None = None) -> Iterator[tuple[str, str]]:
    """Address and digest of each revision that was ever public, without what is made up."""
    revisions = Disclosure.objects.filter(state__in=PUBLIC, unit__is_made_up=False)
    if before:
        revisions = revisions.filter(published_at__lt=before)
    names = revisions.values_list("unit__region", "unit__code", "year", "revision", "digest")
    for region, code, year, revision, digest in names.iterator(chunk_size=2000):
        yield f"{region}-{code}/{year}.r{revision}", digest


def end_of(month: str) -> datetime:
    """Its last moment here, which is the first of the next month."""
    try:
        first = datetime.strptime(month, "%Y-%m")  # noqa: DTZ007  the zone follows
    except ValueError:
        raise UnfitError(f"{month} 不是月份；写成 2026-11 这样。") from None
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return timezone.make_aware(following)
