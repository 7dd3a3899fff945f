"""`make_up`: from a seed to all parts of one disclosure, unsaved, with the exact amounts under its figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from random import Random

from disclosures.amounts import Precision
from disclosures.classification.models import Region
from disclosures.classification.official import official_regions
from disclosures.demo.drawn import draw
from disclosures.demo.exact import Exact
from disclosures.demo.narrative.lists import duties, paragraphs_of, terms, title_of, units_in_scope
from disclosures.demo.performance import MadeForm, forms_of
from disclosures.demo.profile import Profile
from disclosures.demo.tables import lines_of
from disclosures.sentences.phrases import Wording
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import (
    STATEMENTS,
    Disclosure,
    Duty,
    Paragraph,
    StatementHead,
    Term,
    Unit,
    UnitInScope,
)

MARK = "（虚构）"  # every made-up unit says in its name that it is one

OFFICES = ("民政局", "审计局", "统计局", "档案馆", "城市管理局", "文化旅游局", "退役军人事务局", "图书馆")
_EMPTY = "本表为空，我部门本年度无此类资金收支余。"
_TAIL = "本表金额转换时，因四舍五入可能存在尾差。"


@dataclass(frozen=True)
class MadeUp:
    """All parts of a disclosure, unsaved; lines by table number. `exact` is the truth before rounding."""

    profile: Profile
    exact: Exact
    disclosure: Disclosure
    heads: dict[str, StatementHead]
    lines: dict[str, list[StatementLine]]
    forms: list[MadeForm]
    paragraphs: list[Paragraph]
    duties: list[Duty]
    units: list[UnitInScope]
    terms: list[Term]

    @property
    def precision(self) -> Precision:
        """The unit and decimals that every figure is rounded to."""
        return self.profile.precision

    def parts(self) -> Iterator[Part]:
        """Every part, parents before children."""
        for number, head in self.heads.items():
            yield head
            yield from self.lines[number]
        yield from chain(self.paragraphs, self.duties, self.units, self.terms)
        yield from chain.from_iterable(form.parts() for form in self.forms)


def make_up(
    seed: int, *, profile: Profile | None = None, year: int = 2023, region: str = "210400", unit_code: str = "011001"
) -> MadeUp:
    """The same disclosure for the same arguments; without `profile` they are drawn too."""
    random = Random(seed)
    profile = profile or Profile.drawn(random)
    exact = draw(random, profile, year)
    return written_out(random, exact, profile, _unit(random, region, unit_code), year)


def written_out(random: Random, exact: Exact, profile: Profile, unit: Unit, year: int) -> MadeUp:
    """All parts of the document that a unit would publish of these amounts."""
    lines = lines_of(exact, profile, year)
    made = MadeUp(
        profile=profile,
        exact=exact,
        disclosure=_disclosure(unit, year, profile),
        heads={number: _head(unit, n, number, lines[number]) for n, number in enumerate(lines, start=1)},
        lines=lines,
        forms=forms_of(random, exact, profile, unit.name),
        paragraphs=paragraphs_of(exact, Wording(profile.precision), unit.name, year),
        duties=duties(),
        units=units_in_scope(unit.name),
        terms=terms(),
    )
    for part in made.parts():
        part.disclosure = made.disclosure
    return made


def _unit(random: Random, region: str, code: str) -> Unit:
    official = official_regions().get(region)
    place = Region(code=region, name=official.name if official else region)
    return Unit(region=place, code=code, name=f"{place.name}{random.choice(OFFICES)}{MARK}")


def _disclosure(unit: Unit, year: int, profile: Profile) -> Disclosure:
    return Disclosure(
        unit=unit,
        year=year,
        title=title_of(unit.name, year),
        unit_name=unit.name,
        amount_unit=profile.unit.value,
        decimals=profile.decimals,
    )


def _head(unit: Unit, position: int, number: str, lines: list[StatementLine]) -> StatementHead:
    model = STATEMENTS[number]
    is_empty = not any(value is not None for line in lines for value in line.amounts.values())
    notes = (f"注：{model.note}", _TAIL, *([_EMPTY] if is_empty else []))
    return StatementHead(
        position=position,
        number=number,
        title=model.title,
        unit_name=unit.name,
        notes="\n".join(notes),
        is_declared_empty=is_empty,
        empty_reason=_EMPTY if is_empty else "",
    )
