"""The questions that a disclosure raises: what the editorial rules notice in it, and what one could ask of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses.links import DisclosureLinks
from disclosures.checks.checking import Report
from disclosures.checks.register.verdicts import Verdict, verdict_of
from disclosures.pages.attention.notices import Quote
from disclosures.pages.attention.noticing import worth_noting
from disclosures.pages.shared.sentences import Phrase, Sentence, published
from disclosures.statements.loaded import LoadedDisclosure

MOST = 8  # questions on the sheet
ASKED = {
    "N1": gettext_lazy("用在什么事上？为什么没有列预算？"),
    "N2": gettext_lazy("为什么超过预算？"),
    "N3": gettext_lazy("没有花掉的钱为什么没花，后来怎样处理？"),
    "N4": gettext_lazy("变化主要来自哪些事？"),
    "N5": gettext_lazy("为什么没有达到？今年怎样改？"),
    "N6": gettext_lazy("接待的是谁，为了什么事？"),
    "N7": gettext_lazy("为什么要买？旧车怎样处理？"),
    "N8": gettext_lazy("供应商是怎样选定的？"),
    "N9": gettext_lazy("预算为什么列得比用到的多？"),
    "N10": gettext_lazy("差在哪里？今年怎样改？"),
}  # by the codes of the editorial rules


@dataclass(frozen=True)
class Raised:
    """A fact with where it stands, the unit's own words to it where there are any, and a question that it raises."""

    fact: Sentence
    question: str
    quote: Quote | None = None


def raised_by(loaded: LoadedDisclosure, report: Report, links: DisclosureLinks) -> tuple[Raised, ...]:
    """What stands out, ranked, then contradictions; no query where all parts are loaded."""
    noticed = worth_noting(loaded, report, links, MOST)
    stands_out = (Raised(one.sentence, str(ASKED[one.rule]), one.quote) for one in noticed)
    return tuple(islice(chain(stands_out, _contradictions(report, links)), MOST))


def _contradictions(report: Report, links: DisclosureLinks) -> Iterator[Raised]:
    """Two figures that cannot both hold: the first of them, and how many there are."""
    broken = (result for result in report.publicly_broken if verdict_of(result) == Verdict.CONTRADICTION)
    messages = list(dict.fromkeys(result.message for result in broken))
    for message in messages[:1]:
        begun = _("有 {count} 处两边的数不能同时成立，如：").format(count=len(messages))
        yield Raised((Phrase(begun, links.checks()), published(message)), _("哪一处的数是对的？"))
