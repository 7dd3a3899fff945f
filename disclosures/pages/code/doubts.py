"""What documents print for a code that contradicts its name; nothing is said where nothing does."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.classification.evidence import Contradiction
from disclosures.pages.code.history import Note
from disclosures.publication.evidence.asking import contradictions_about, units_printing

MOST_UNITS = 5  # that are named; of a name that more print the number tells enough


@dataclass(frozen=True)
class Doubt:
    """A contradiction as a note, with the units that print the other name."""

    note: Note
    units: tuple[tuple[str, str], ...]  # name and address


def doubts_about(scheme: str, code: str) -> tuple[Doubt, ...]:
    """In two queries, and four more where something contradicts."""
    return tuple(_told(scheme, found) for found in contradictions_about(scheme, code))


def _told(scheme: str, found: Contradiction) -> Doubt:
    printed = found.printed
    units = units_printing(scheme, printed.code, printed.name)
    named = tuple((unit.name, links.unit(unit)) for unit in units) if len(units) <= MOST_UNITS else ()
    facts = {"count": printed.units, "year": printed.last_printed, "printed": printed.name, "name": found.name}
    href = links.code(scheme, found.other_code) if found.other_code else ""
    return Doubt(Note(_sentence(found).format(**facts), found.other_code, href), named)


def _sentence(found: Contradiction) -> str:
    if not found.other_code:
        return _("有 {count} 个单位在这个编码下印“{printed}”（最近是 {year} 年）；这个编码的名称是“{name}”。")
    if not found.name:
        return _("有 {count} 个单位在这个编码下印“{printed}”（最近是 {year} 年），它的编码是 ")
    return _(
        "有 {count} 个单位在这个编码下印“{printed}”（最近是 {year} 年）；这个编码的名称是“{name}”，“{printed}”的编码是 "
    )
