"""The three public expenses where the text counts guests and vehicles."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.pages.attention.budgets import item
from disclosures.pages.attention.notices import Found, Notice
from disclosures.pages.attention.seen import Seen
from disclosures.pages.shared.sentences import Phrase, phrased

GUESTS = (("reception:persons", "reception:batches", "reception:domestic"),)
FEN = Decimal("0.01")


def per_guest(notice: Notice, seen: Seen) -> Iterator[Found]:
    """What was spent on receptions for each guest; 元, to two decimals, half up."""
    for persons_key, batches_key, amount_key in GUESTS:
        persons, amount = seen.first(persons_key, Role.ACTUAL), seen.first(amount_key, Role.ACTUAL)
        if not (persons and amount and persons.value > 0 and amount.paragraph == persons.paragraph):
            continue
        each = (amount.value / persons.value).quantize(FEN, ROUND_HALF_UP)
        if each >= notice.least:
            batches = seen.first(batches_key, Role.ACTUAL)
            told = (
                _("国内公务接待 {batches} 批次、{persons} 人，平均每人 {each}。")
                if batches
                else _("国内公务接待 {persons} 人，平均每人 {each}。")
            )
            people = Phrase(f"{persons.value:f}", seen.at(persons), strong=True)
            times = Phrase(f"{batches.value:f}" if batches else "", seen.at(batches) if batches else "", strong=True)
            average = Phrase(_("{each} 元").format(each=f"{each:,f}"))
            sentence = phrased(told, batches=times, persons=people, each=average)
            yield Found(item("official_reception"), sentence, amount.value, seen.reason_after(persons))


def vehicles_bought(notice: Notice, seen: Seen) -> Iterator[Found]:
    """Vehicles that were bought, where table 07 prints the amount."""
    actual = seen.loaded.printed("07", "vehicle_purchase", "actual")
    if actual and actual.value >= max(notice.least, FEN):
        spent = seen.amount(actual.value, f"{seen.links.table('07')}#vehicle_purchase")
        count = seen.first("vehicles:bought", Role.ACTUAL)
        if count and count.value > 0:
            number = Phrase(f"{count.value:f}", seen.at(count), strong=True)
            sentence = phrased(_("买公务用车 {count} 辆，花了 {spent}。"), count=number, spent=spent)
        else:
            sentence = phrased(_("买公务用车花了 {spent}。"), spent=spent)
        yield Found(item("vehicle_purchase"), sentence, actual.value, seen.reason_after(count))
