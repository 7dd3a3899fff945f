"""Fields of a page in which somebody has typed or chosen: what they show is text like any other."""

from lxml.html import HtmlElement

_SHOWN = {"", "text", "number", "search", "tel", "url", "email", "date", "month", "week", "time", "datetime-local"}


def text_in(element: HtmlElement) -> str | None:
    """The text that an element begins with; that of a field is what stands in it."""
    if element.tag == "input":
        return element.get("value") if element.get("type", "").strip().lower() in _SHOWN else None
    return element.text


def is_unchosen(element: HtmlElement) -> bool:
    """Whether an option is none of those that its list shows."""
    if element.tag != "option":
        return False
    choice = next(element.iterancestors("select"), None)
    if choice is None or choice.get("multiple") is not None or choice.get("size", "1").strip() not in ("", "0", "1"):
        return False
    options = list(choice.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    return element is not (chosen[-1] if chosen else options[0])
