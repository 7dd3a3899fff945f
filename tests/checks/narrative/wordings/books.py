"""Three books of one made-up unit: the disclosure, the year before and the budget, each with sums that come out.

No table prints the year before or the budget; they are the disclosure's amounts, item by item more or less.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from disclosures.amounts import AmountUnit, from_fen, to_fen
from disclosures.demo.drawing import amount, part_of
from disclosures.demo.exact import GENERAL, NOTHING, OWN, Exact, Item, total
from disclosures.demo.made_up import MadeUp, make_up
from disclosures.demo.profile import Profile
from disclosures.demo.tables import lines_of
from disclosures.statements.loaded import LoadedDisclosure

FEATURES = ("funds", "state_capital", "own_income", "carry_over")  # of Profile: what a text may need or exclude


@dataclass(frozen=True)
class Books:
    """`was` and `budget` have tables only, printed as those of `made` are."""

    made: MadeUp
    was: LoadedDisclosure
    budget: LoadedDisclosure

    @property
    def now(self) -> LoadedDisclosure:
        return LoadedDisclosure(self.made.disclosure, (line for lines in self.made.lines.values() for line in lines))


def books(
    seed: int, unit: AmountUnit = AmountUnit.WAN, needs: Collection[str] = (), without: Collection[str] = ()
) -> Books:
    """The same books for the same arguments; beside what the text needs there may be anything it does not exclude."""
    random = Random(seed)
    features = {one: one in needs or (one not in without and random.random() < 0.5) for one in FEATURES}
    profile = Profile(
        unit=unit,
        items=random.randint(2, 9),
        projects=random.randint(1, 3),
        zeros=Profile.drawn(random).zeros,
        **features,
    )
    made = make_up(seed, profile=profile)
    return Books(made, _tables(made, _last_year(random, made.exact)), _tables(made, _budget(random, made.exact)))


def _tables(made: MadeUp, exact: Exact) -> LoadedDisclosure:
    lines = lines_of(exact, made.profile, made.disclosure.year)
    return LoadedDisclosure(made.disclosure, (line for of_table in lines.values() for line in of_table))


def _last_year(random: Random, now: Exact) -> Exact:
    """What was left then is what this year began with."""
    return _changed(now, random, tuple(_before(random, item) for item in now.items))


def _budget(random: Random, now: Exact) -> Exact:
    """Some items were not planned at all."""
    items = tuple(
        _paid(item, NOTHING, NOTHING, {} if random.random() < 0.1 else _drifted(random, item.spent))
        for item in now.items
    )
    return _changed(now, random, items)


def _changed(now: Exact, random: Random, items: tuple[Item, ...]) -> Exact:
    basic = total(item.spent.get("basic_expenditure", NOTHING) for item in items if item.purse == GENERAL)
    return replace(
        now,
        items=items,
        surplus_used=NOTHING,
        surplus_distributed=NOTHING,
        economic=_scaled(_drifted(random, now.economic), basic),
        three_public={key: _three_public(random, pair) for key, pair in now.three_public.items()},
    )


def _before(random: Random, item: Item) -> Item:
    spent = _drifted(random, item.spent)
    return _paid(item, part_of(random, total(spent.values())) if item.opening else NOTHING, item.opening, spent)


def _paid(item: Item, opening: Decimal, closing: Decimal, spent: Mapping[str, Decimal]) -> Item:
    """The item with an income, from the same sources, that makes up for what was spent and left."""
    needed = total(spent.values()) + closing - opening
    source, *others = item.income
    income = dict.fromkeys(others, NOTHING) | {source: needed}
    if item.purse == OWN and others:
        part = from_fen(to_fen(needed) // (len(others) + 1))
        income = dict.fromkeys(others, part) | {source: needed - part * len(others)}
    return replace(item, opening=opening, income=income, spent=spent)


def _drifted(random: Random, amounts: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """元, exact: each between half and double, now and then the same."""
    return {
        key: _times(one, 1 if random.random() < 0.1 else 2 ** random.uniform(-1, 1)) for key, one in amounts.items()
    }


def _times(value: Decimal, factor: float) -> Decimal:
    return from_fen(round(to_fen(value) * factor))


def _scaled(amounts: dict[str, Decimal], whole: Decimal) -> dict[str, Decimal]:
    """元, exact: the parts in the same proportions, so that they make up the whole; the largest takes the rest."""
    parts_sum = total(amounts.values())
    if not parts_sum:
        return amounts
    parts = {key: from_fen(to_fen(value) * to_fen(whole) // to_fen(parts_sum)) for key, value in amounts.items()}
    largest = max(parts, key=lambda key: parts[key])
    parts[largest] += whole - total(parts.values())
    return parts


def _three_public(random: Random, pair: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """The outturn of another year: often the same, sometimes nothing."""
    budget, actual = pair
    if not actual:
        return budget, amount(random, high=50_000) if random.random() < 0.3 else NOTHING
    chance = random.random()
    return budget, actual if chance < 0.2 else NOTHING if chance < 0.25 else _times(actual, 2 ** random.uniform(-1, 1))
