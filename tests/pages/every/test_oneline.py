"""`{% oneline %}`: several lines of a template are said in one, and nothing that is filled in changes."""

import pytest
from django.template import Context, Template

CASES = {
    "{% load oneline %}{% oneline %}\n  <b>一</b>\n  二\n{% endoneline %}": "<b>一</b>二",
    "{% load oneline %}{% oneline %}\n  甲 <b>一</b>\n  {{ said }}\n{% endoneline %}": "甲 <b>一</b>x\n  y",
    "{% load oneline %}{% oneline %}\n{% for n in 'ab' %}\n  {{ n }}\n{% endfor %}\n{% endoneline %}": "ab",
    "{% load oneline %}{% oneline %}{% if no %}\n  1\n{% else %}\n  2\n{% endif %}{% endoneline %}\n  3": "2\n  3",
}


@pytest.mark.parametrize("template", CASES)
def test_only_the_line_breaks_of_the_template_go(template):
    assert Template(template).render(Context({"said": "x\n  y"})) == CASES[template]
