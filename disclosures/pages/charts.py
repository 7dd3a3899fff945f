"""Pictures of rows: figures for plotly, built without a query and sent as JSON; colours are the page's own."""

from plotly import graph_objects

from disclosures.pages.contents.table_page import Line
from disclosures.statements.lines import TOTAL


def icicle(lines: list[Line]) -> str:
    """Codes below codes, as wide as their amounts; `customdata` is the address and the series of each.

    Only codes that are not divided further carry a value, a float of 元 for drawing: a parent is as wide as its parts,
    also where rounding makes its own figure a little different. The texts are those of the table.
    """
    drawn = [line for line in lines if line.width and _id(line)]
    parents = {_id(line): _parent(line, drawn) for line in drawn}
    divided = set(parents.values())
    trace = graph_objects.Icicle(
        ids=list(parents),
        labels=[line.row.name for line in drawn],
        parents=list(parents.values()),
        text=[line.main.text for line in drawn],
        values=[0.0 if _id(line) in divided else float(line.main.value) for line in drawn],
        customdata=[[line.focus, "" if line.row.is_total else line.series] for line in drawn],
    )
    return graph_objects.Figure(trace, layout={"template": None}).to_json()


def _id(line: Line) -> str:
    return TOTAL if line.row.is_total else line.row.code


def _parent(line: Line, drawn: list[Line]) -> str:
    """The nearest code above that is drawn too, then the total."""
    if line.row.is_total:
        return ""
    above = [one.row.code for one in drawn if line.row.code.startswith(one.row.code) and one.row.code < line.row.code]
    root = TOTAL if any(one.row.is_total for one in drawn) else ""
    return max((code for code in above if code), key=len, default=root)
