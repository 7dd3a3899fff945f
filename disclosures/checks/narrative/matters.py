"""Figures that the text gives of other matters than the tables: staff, running expenses, procurement, vehicles.

The forms have no rows for them; a disclosure prints them in 单位构成, in 其他重要事项 and in the text on the “三公”
expenses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.checks.narrative.meaning.subjects import Subject
from disclosures.checks.narrative.meaning.words import facts


@dataclass(frozen=True)
class Group:
    """Matters that the text tells together, in the order in which it does."""

    title: str
    subjects: tuple[Subject, ...]


GROUPS = (
    Group("机关运行和会议培训", facts.AGENCY),
    Group("政府采购", facts.PROCUREMENT),
    Group("车辆和设备", facts.ASSETS),
    Group("“三公”经费的人和车", tuple(one for one in facts.THREE_PUBLIC if not one.cells)),
    Group("人员", facts.STAFF),
)
MATTERS: dict[str, Subject] = {subject.key: subject for group in GROUPS for subject in group.subjects}


def matters_in(links: Iterable[Link]) -> Iterator[tuple[Subject, Link]]:
    """Each matter with the figure that says it, in the order of the groups; one that is told twice counts as first.

    A count is exact, an amount in 元 as exact as it is printed; figures whose meaning is not known are left out.
    """
    told: dict[str, Link] = {}
    for link in links:
        if link.sign != TextSign.UNLINKED and link.role == Role.ACTUAL and link.subject in MATTERS:
            told.setdefault(link.subject, link)
    yield from ((MATTERS[key], told[key]) for key in MATTERS if key in told)
