"""What readers asked about a page and were answered, for the pages of a disclosure."""

from typing import Any

from django import template

from disclosures.pages.shared.frame import Frame
from disclosures.publication.questions.shown import shown_of

register = template.Library()


@register.inclusion_tag("pages/questions/_answered.html")
def answered_questions(frame: Frame, within: str = "") -> dict[str, Any]:
    """Those about places whose path begins so; with "" all. No query where nothing was ever shown, else one."""
    shown = [question for question in shown_of(frame.disclosure) if question.place.startswith(within)]
    return {"questions": [(question, frame.links.front() + question.place) for question in shown]}


@register.simple_tag
def answered_table(frame: Frame, number: str) -> str:
    """The path of the table, as places begin that stand in it."""
    return frame.links.table(number).removeprefix(frame.links.front())
