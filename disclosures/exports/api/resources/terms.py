"""The terms that current disclosures explain, as each explains them."""

from django.db.models import QuerySet
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.resources.common import OfYears, whose
from disclosures.statements.models import State, Term


class AskedOfTerms(OfYears):
    """What can be asked of terms."""

    name: str = Described("", max_length=100, description="名词里有这几个字")


def _rows(asked: AskedOfTerms) -> QuerySet[Term]:
    terms = Term.objects.filter(asked.disclosures(), disclosure__state=State.PUBLISHED)
    terms = terms.filter(name__contains=asked.name) if asked.name else terms
    return terms.select_related("disclosure__unit")


TERMS = Listing(
    name="terms",
    says="名词解释，照各份决算的原文",
    asked=AskedOfTerms,
    fields=(
        Field("name", str, "名词", lambda term: term.name),
        Field("definition", str, "解释，照原文", lambda term: term.definition),
        *whose(),
        Field("place", str, "在原文件中的出处", lambda term: term.place),
        Field("address", str, "名词在本站的解释", lambda term: links.glossary(term.name), leads=True),
    ),
    order=(Key("name"), Key("disclosure_id"), Key("position")),
    rows=_rows,
)
