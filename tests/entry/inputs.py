"""The form of a page as a browser would send it."""

from html.parser import HTMLParser


class _Inputs(HTMLParser):
    """The names and values of the inputs of a page, as a browser would send them."""

    def __init__(self):
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = self._textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name, kind = attrs.get("name"), attrs.get("type", "text")
        if tag == "input" and name and kind != "submit" and (kind not in ("checkbox", "radio") or "checked" in attrs):
            self.values[name] = attrs.get("value", "on" if kind == "checkbox" else "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attrs:
            self.values[self._select] = attrs["value"]
        elif tag == "textarea":
            self._textarea = name
            self.values[name] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        if tag == "textarea":
            text = self.values[self._textarea].replace("\r\n", "\n").removeprefix("\n")
            self.values[self._textarea] = text.replace("\n", "\r\n")  # as browsers send it
            self._textarea = None

    def handle_data(self, data):
        if self._textarea:
            self.values[self._textarea] += data


def typed_in(response, changes: dict[str, str] | None = None) -> dict[str, str]:
    """The data of the form on that page, with some inputs changed."""
    inputs = _Inputs()
    inputs.feed(response.content.decode())
    return inputs.values | (changes or {})
