"""One of the official tables, and its picture."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.addresses.keys import EditionKey
from disclosures.pages.changes.newer import newer_table
from disclosures.pages.charts.plotly import figure_json
from disclosures.pages.checks.marks import row_marks
from disclosures.pages.embedding import embed_of, embeddable, template_for
from disclosures.pages.shared.frame import Frame, frame_of
from disclosures.pages.table.chart import drawing_of, table_chart
from disclosures.pages.table.columns import Around, panel_tables
from disclosures.pages.table.explained import explained
from disclosures.pages.table.page import TablePage, table_page
from disclosures.pages.table.scanned import Scan, scan_of_table
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure
from disclosures.tables.selection import Selection


@embeddable
@of_a_disclosure
def table(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str) -> HttpResponse:
    """The table as its form prints it and as the address asks for it."""
    page = table_page(disclosure, edition, number, Selection.read(request.GET))
    frame = frame_of(disclosure, edition, *page.crumbs)
    around = _around(request, disclosure, page, frame)
    shown = {"frame": frame, "page": page, "table": page.table, "newer": around.newer, "explained": around.explained}
    shown |= {"scan": around.scan}
    shown |= {"panels": panel_tables(page, around), "chart": table_chart(page, frame.links)}
    return render(request, template_for(request, "pages/table.html", "pages/embed/table.html"), shown)


def _around(request: HttpRequest, disclosure: Disclosure, page: TablePage, frame: Frame) -> Around:
    """In three queries, two for a frame; one more with a code in focus, two more for an older revision."""
    embedded = embed_of(request)
    return Around(
        row_marks(disclosure, frame.links, page.table.number),
        explained(disclosure, page.table),
        newer_table(page.table, page.loaded, frame.newer) if frame.newer else None,
        page.permanent if embedded else "",
        Scan() if embedded else scan_of_table(disclosure, page.table),
    )


@of_a_disclosure
def chart(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str) -> HttpResponse:
    """The same rows with the same focus, as a figure in JSON that plotly draws."""
    drawing = drawing_of(table_page(disclosure, edition, number, Selection.read(request.GET)))
    if drawing is None:
        raise Http404
    return HttpResponse(figure_json(drawing), content_type="application/json")
