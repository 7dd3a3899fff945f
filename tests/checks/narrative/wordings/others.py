"""Figures that no table prints: procurement, vehicles, receptions, scores; drawn so that their sums come out."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from disclosures.amounts import AmountUnit, rounded
from disclosures.demo.drawing import amount, part_of
from disclosures.demo.made_up import MadeUp

NONE = Decimal(0)
KINDS = ("goods", "works", "services")
CARS = ("leaders", "head", "post", "emergency", "police", "special", "retired", "other")


@dataclass(frozen=True)
class Known:
    """A figure of three books: 元 for amounts; of counts and points `unit` says so."""

    now: Decimal
    was: Decimal = NONE
    budget: Decimal = NONE
    unit: str = AmountUnit.YUAN

    def __add__(self, other: "Known") -> "Known":
        return Known(self.now + other.now, self.was + other.was, self.budget + other.budget, self.unit)

    def __sub__(self, other: "Known") -> "Known":
        return Known(self.now - other.now, self.was - other.was, self.budget - other.budget, self.unit)


Cell = Callable[[str, str, str], Known]


def others(made: MadeUp, cell: Cell, seed: int) -> dict[str, Known]:
    """All of them by their names."""
    random = Random(f"{seed} others")
    return {
        **_procurement(random, made),
        **_cars(random, cell),
        **_three_public(random, made, cell),
        **_fees(random, made, cell),
        **_scores(made),
        "running": cell("06", "operating", "amount"),
        "none": _count(0),
        "large": _count(random.randint(0, 4)),
        "posts": _count(random.randint(8, 90), random.randint(8, 90)),
    }


def _count(now: int, was: int = 0) -> Known:
    return Known(Decimal(now), Decimal(was), unit="")


def _procurement(random: Random, made: MadeUp) -> dict[str, Known]:
    """`sme.goods` is what of the goods small and medium enterprises got, `micro` what of all the small ones got."""
    found: dict[str, Known] = {}
    for kind in KINDS:
        bought = rounded(amount(random, low=2_000) if random.random() < 0.8 else NONE, made.precision)
        found[kind] = Known(bought, was=rounded(amount(random, low=2_000), made.precision))
        found[f"sme.{kind}"] = Known(rounded(part_of(random, bought), made.precision) if bought else NONE)
    found["procurement"] = sum((found[kind] for kind in KINDS), Known(NONE))
    found["sme"] = sum((found[f"sme.{kind}"] for kind in KINDS), Known(NONE))
    found["micro"] = Known(rounded(part_of(random, found["sme"].now), made.precision))
    return found


def _cars(random: Random, cell: Cell) -> dict[str, Known]:
    """The vehicles of the unit by use; one that pays for vehicles has some, and not more were bought than there are."""
    found = {f"cars.{use}": random.choice((0, 0, 1, 2)) for use in CARS}
    is_bought = bool(cell("07", "vehicle_purchase", "actual").now)
    found["cars.other"] += 1 + is_bought
    found |= {"cars": sum(found.values()), "bought": int(is_bought)}
    return {name: _count(number) for name, number in found.items()}


def _three_public(random: Random, made: MadeUp, cell: Cell) -> dict[str, Known]:
    abroad, reception = cell("07", "overseas_travel", "actual").now, cell("07", "official_reception", "actual").now
    foreign = rounded(part_of(random, reception), made.precision) if random.random() < 0.3 else NONE
    groups = random.randint(1, 4) if abroad else 0
    batches = random.randint(1, 60) if reception - foreign else 0
    visits = random.randint(1, 5) if foreign else 0
    return {
        "reception.foreign": Known(foreign),
        "reception.domestic": Known(reception - foreign),
        "groups": _count(groups),
        "travellers": _count(groups * random.randint(1, 6)),
        "batches": _count(batches, random.randint(1, 60)),
        "guests": _count(batches * random.randint(3, 12), random.randint(20, 500)),
        "foreign.batches": _count(visits),
        "foreign.guests": _count(visits * random.randint(2, 9)),
    }


def _fees(random: Random, made: MadeUp, cell: Cell) -> dict[str, Known]:
    """Meetings and training: projects may pay more than the basic part in table 06."""
    found = {}
    for name, code in (("meeting", "30215"), ("training", "30216")):
        basic = cell("06", code, "amount")
        more = rounded(amount(random, high=30_000), made.precision)
        found[name] = Known(basic.now + more, basic.was + more)
        found[f"{name}.times"] = _count(random.randint(1, 9))
        found[f"{name}.people"] = _count(random.randint(10, 400))
    return found


def _scores(made: MadeUp) -> dict[str, Known]:
    """How many projects were evaluated, with how much money, and their scores."""
    forms = [one.form for one in made.forms if one.form.kind == one.form.PROJECT]
    scores = [Decimal(form.total_score) for form in forms]
    whole = [Decimal(one.form.total_score) for one in made.forms if one.form.kind == one.form.UNIT]
    return {
        "projects": _count(len(forms)),
        "projects.budget": Known(sum((form.budget or NONE for form in forms), NONE)),
        "projects.executed": Known(sum((form.executed or NONE for form in forms), NONE)),
        "score.average": Known(sum(scores, NONE) / max(len(scores), 1), unit="分"),
        "score": Known(sum(whole, NONE), unit="分"),
    }
