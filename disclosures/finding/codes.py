"""Codes of the official lists among the results; the lists are short enough to be asked themselves."""

from django.db.models import Q

from disclosures.addresses import links
from disclosures.amounts import plain
from disclosures.classification.codes import GOVERNMENT, LISTED_SCHEMES, level_of
from disclosures.classification.models import Code
from disclosures.finding.results import SearchResult
from disclosures.publication.search.marks import marked
from disclosures.publication.search.query import Query


def matching_codes(query: Query) -> list[Code]:
    """Each code that begins so or whose name has the words, under its newest name, best first; one query."""
    if not query.words:
        return []
    wanted = Q()
    for word in query.words:
        wanted &= Q(code__startswith=plain(word.text)) | Q(name__contains=word.text)
    listed = Code.objects.modern().filter(wanted, scheme__in=dict(LISTED_SCHEMES))
    newest = {(code.scheme, code.code): code for code in listed.in_time()}
    return sorted(newest.values(), key=lambda code: _distance(code, query.text))


def _distance(code: Code, text: str) -> tuple:
    """The very code or name first, then wider before narrower."""
    is_other = text not in (code.code, code.name)
    return is_other, code.scheme == GOVERNMENT, not code.name.startswith(text), len(code.code), code.scheme, code.code


def result_of_code(code: Code, query: Query) -> SearchResult:
    """The code with its name, leading to its page, or to its place in the list of those that no table prints."""
    return SearchResult(
        links.government_codes(code.code) if code.scheme == GOVERNMENT else links.code(code.scheme, code.code),
        marked(code.name, query),
        f"{code.get_scheme_display()} · {level_of(code.code)}",
        marked(code.code, query),
    )
