"""Figures as programs write them: in several runs, wrapped in markup, with text between them that nobody sees."""

import random
from collections.abc import Callable, Sequence

from tests.documents.making.wordml import run

Wrap = Callable[[str], str]


def figure(rng: random.Random) -> str:
    whole = f"{rng.randrange(0, 10 ** rng.randrange(1, 8)):,}"
    return rng.choice(("", "", "-")) + whole + rng.choice((f".{rng.randrange(100):02d}", f".{rng.randrange(10)}", ""))


def _cut(rng: random.Random, text: str) -> list[str]:
    """The text in one to four parts."""
    at = sorted(rng.sample(range(1, len(text)), min(rng.randrange(4), len(text) - 1)))
    return [text[a:b] for a, b in zip([0, *at], [*at, len(text)], strict=True)]


def noisy(rng: random.Random, text: str, seen: Sequence[Wrap], unseen: Sequence[Wrap], mark: Sequence[Wrap]) -> str:
    """The text in markup that shows it, with digits in markup that hides them, and sometimes a note mark behind it."""
    parts = []
    for part in _cut(rng, text):
        parts += [rng.choice(unseen)(str(rng.randrange(10)))] * (rng.random() < 0.4)
        parts.append(rng.choice(seen)(part))
    parts += [rng.choice(unseen)("9")] * (rng.random() < 0.3)
    parts += [rng.choice(mark)(rng.choice(("1", "[2]", "①", "*")))] * (rng.random() < 0.3)
    return "".join(parts)


def _field(code: str) -> Wrap:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
    return lambda text: f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{run(text)}{end}"


def _minus(text: str) -> str:
    """A sign as Word keeps it from the end of a line."""
    return f"<w:r><w:noBreakHyphen/></w:r>{run(text[1:])}" if text.startswith("-") else run(text)


def _in(opening: str, *properties: str) -> Wrap:
    closing = "".join(f"</{one.split()[0]}>" for one in reversed(opening.split("|")))
    return lambda text: "".join(f"<{one}>" for one in opening.split("|")) + run(text, *properties) + closing


def _deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


WORD_SEEN: tuple[Wrap, ...] = (
    run, _minus, _in("w:ins"), _in("w:moveTo"), _in("w:smartTag"), _in("w:sdt|w:sdtContent"), _in("w:hyperlink"),
    _in('w:fldSimple w:instr="= 5"'), _field("= 12 + 3"), _in("mc:AlternateContent|mc:Choice"),
    lambda text: run(text, '<w:vanish w:val="0"/><w:b/>'), lambda text: run(text, '<w:rStyle w:val="Shown"/>'),
    lambda text: f"<mc:AlternateContent><mc:Choice>{run(text)}</mc:Choice><mc:Fallback>{run(text)}</mc:Fallback>"
    "</mc:AlternateContent>",
)  # fmt: skip
WORD_UNSEEN: tuple[Wrap, ...] = (
    lambda text: run(text, "<w:vanish/>"), lambda text: run(text, '<w:rStyle w:val="Gone"/>'), _deleted,
    _in("w:del"), _in("w:moveFrom"), _in("w:ins|w:del"), lambda _: "<w:r><w:softHyphen/></w:r>",
    lambda text: f"<w:r><w:instrText>{text}</w:instrText></w:r>",
)  # fmt: skip
WORD_MARK: tuple[Wrap, ...] = (
    lambda text: run(text, '<w:vertAlign w:val="superscript"/>'), lambda text: run(text, '<w:rStyle w:val="Up"/>'),
    lambda text: run(text, '<w:position w:val="9"/><w:sz w:val="11"/>'),
)  # fmt: skip
WORD_STYLES = """
  <w:style w:type="character" w:styleId="Gone"><w:name w:val="g"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Shown"><w:name w:val="s"/><w:basedOn w:val="Gone"/>
    <w:rPr><w:vanish w:val="false"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Up"><w:name w:val="u"/>
    <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"""


def _tag(tag: str, closing: bool = True) -> Wrap:
    return lambda text: f"<{tag}>{text}" + (f"</{tag.split()[0]}>" if closing else "")


PAGE_SEEN: tuple[Wrap, ...] = (
    str, _tag("span"), _tag("b"), _tag("font color=red"), _tag('i style="display:inline"'), _tag("ins"),
    _tag('span class="gone shown"'), _tag('u style="visibility: visible; font-size: 9pt"'), _tag('a href="#"'),
    lambda text: f"<!-- 7 -->{text}<script>8</script>", lambda text: "".join(f"&#{ord(one)};" for one in text),
)  # fmt: skip
PAGE_UNSEEN: tuple[Wrap, ...] = (
    _tag('span style="display:none"'), _tag('b style="color:red;visibility:hidden"'), _tag("i hidden"), _tag("del"),
    _tag('span class="gone"'), _tag('em style="font-size:0"'), _tag('span style="text-decoration:line-through"'),
    _tag("s"), lambda text: f'<span id="away"><b>{text}</b></span>', lambda _: "&shy;",
)  # fmt: skip
PAGE_MARK: tuple[Wrap, ...] = (
    _tag("sup"),
    _tag('span style="vertical-align:super"'),
    lambda t: f"<sup><a>{t}</a></sup>",
)
PAGE_STYLE = "<style>.gone, #away { display: none } span.shown { display: inline !important }</style>"
