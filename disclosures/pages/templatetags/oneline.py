"""`{% oneline %}…{% endoneline %}`: what stands there on several lines is said in one, without a space between them.

Chinese has no spaces between words, so that a line break of a template would be seen as a gap in the sentence. Only
the template's own line breaks and indentations go, once, when it is compiled; what is filled in stays as it is. A
space that is meant stands within a line.
"""

import re
from typing import cast

from django import template
from django.template.base import Node, NodeList, Parser, TextNode, Token
from django.template.context import Context
from django.utils.safestring import SafeString

_LINE_BREAK = re.compile(r"\s*\n\s*")

register = template.Library()


class OneLine(Node):
    def __init__(self, nodelist: NodeList):
        self.nodelist = nodelist
        for text in cast(list[TextNode], nodelist.get_nodes_by_type(TextNode)):
            text.s = _LINE_BREAK.sub("", text.s)

    def render(self, context: Context) -> SafeString:
        return self.nodelist.render(context)


@register.tag
def oneline(parser: Parser, token: Token) -> OneLine:
    """Ends at `{% endoneline %}`."""
    nodelist = parser.parse(("endoneline",))
    parser.delete_first_token()
    return OneLine(nodelist)
