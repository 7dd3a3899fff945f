"""The elements of one part of a Word document, told one after the other as they begin and end."""

from collections.abc import Callable
from xml.parsers import expat


def parser_of(start: Callable[[str, dict[str, str]], None], end: Callable[[str], object]) -> expat.XMLParserType:
    """Names come as "namespace|name"; no entity is expanded."""
    parser = expat.ParserCreate(namespace_separator="|")
    parser.DefaultHandler = lambda data: None  # with one, expat expands nothing
    parser.StartElementHandler, parser.EndElementHandler = start, end
    return parser
