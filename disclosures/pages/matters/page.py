"""The other matters of one disclosure, as its text gives them."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.addresses import links
from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import text_anchor
from disclosures.checks.narrative.links import Link
from disclosures.checks.narrative.matters import GROUPS, matters_in


@dataclass(frozen=True)
class Matter:
    """One of them: the figure as printed, where it stands in the text, and the same in other units and years."""

    title: str
    text: str
    href: str
    compared: str


@dataclass(frozen=True)
class MatterGroup:
    """Those that belong together."""

    title: str
    matters: tuple[Matter, ...]


def groups_of(found: Iterable[Link], pages: DisclosureLinks) -> tuple[MatterGroup, ...]:
    """The groups of which the text says something; the figures stand as it prints them."""
    told = {
        subject.key: Matter(
            subject.title,
            " ".join(link.text.split()),
            f"{pages.narrative()}#{text_anchor(link.paragraph, link.start)}",
            links.matters(f"matter={subject.key}"),
        )
        for subject, link in matters_in(found)
    }
    groups = (
        MatterGroup(group.title, tuple(told[one.key] for one in group.subjects if one.key in told)) for group in GROUPS
    )
    return tuple(group for group in groups if group.matters)
