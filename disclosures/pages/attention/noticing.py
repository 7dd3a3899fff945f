"""What deserves attention in one disclosure: at most five, the first of each rule before the second of any."""

from collections.abc import Iterator

from disclosures.addresses.links import DisclosureLinks
from disclosures.checks.checking import Report
from disclosures.pages.attention.notices import Found, Notice, Noticed
from disclosures.pages.attention.register import NOTICES
from disclosures.pages.attention.seen import Seen
from disclosures.pages.shared.sentences import Phrase
from disclosures.statements.loaded import LoadedDisclosure, load
from disclosures.statements.models import (
    Disclosure,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    StatementHead,
    statements_in,
)

MOST = 5
OF_ONE_RULE = 2


def load_for_noting(disclosure: Disclosure) -> LoadedDisclosure:
    """The parts that the rules look at, all tables among them; one query for each kind."""
    tables = statements_in(disclosure.year).values()
    return load(disclosure, (StatementHead, *tables, Paragraph, PerformanceForm, PerformanceIndicator))


def worth_noting(
    loaded: LoadedDisclosure, report: Report, links: DisclosureLinks, most: int = MOST
) -> tuple[Noticed, ...]:
    """The ranked items, each with its sentence, figures and the unit's own words; no query.

    `loaded` is what `load_for_noting` makes, or more; amounts in the sentences are in the unit of the document, and
    their source is where they lead.
    """
    seen, taken = Seen(loaded, report, links), set[str]()
    ranked = [list(_of_rule(notice, seen, taken)) for notice in NOTICES]
    rounds = ((found[n] for found in ranked if n < len(found)) for n in range(OF_ONE_RULE))
    return tuple(each for one in rounds for each in one)[:most]


def _of_rule(notice: Notice, seen: Seen, taken: set[str]) -> Iterator[Noticed]:
    """The largest first; what a rule before it told of stays there, with whatever this one `adds` to it."""
    for found in sorted(notice.find(notice, seen), key=lambda one: -one.size):
        if found.about not in taken:
            taken.add(found.about)
            quote = found.quote
            sentence = (*found.sentence, *_added(notice, found, seen))
            yield Noticed(notice.code, str(notice.title), sentence, quote, found.needs_quote and quote is None)


def _added(notice: Notice, found: Found, seen: Seen) -> Iterator[Phrase]:
    for other in NOTICES:
        if other.adds and other is not notice:
            yield from (
                phrase for one in other.find(other, seen) if one.about == found.about for phrase in one.sentence
            )
