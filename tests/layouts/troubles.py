"""What programs do to a document that a reader may stumble over, as data: traits, their settings, where they occur.

The first setting is the harmless one. Only the random campaign turns these; the exact round trip leaves them alone.
"""

from random import Random

from tests.layouts.traits import FLOWING, ONE_SHEET, TRAITS, Layout, layout

WORKBOOKS = ("xlsx", "xls", "ods")
FORMATS = (*WORKBOOKS, *FLOWING, *ONE_SHEET)
MARKUP = (*WORKBOOKS, "docx", "html")

# Settings of the traits of the layout that the round trip does not draw.
MORE: dict[str, tuple] = {
    "codes": ("three cells, without zeros", "three cells, total beside levels"),
    "code words": ("功能分类\n科目编码",),
    "title": ("numbered year",),
    "continued": ("（续）", "（续） with money"),
}

# Of each trouble the formats in which it occurs, and its settings.
TROUBLES: dict[str, tuple[tuple[str, ...], tuple]] = {
    # Workbooks, where what is stored is not what is shown
    "number format": (
        WORKBOOKS,
        ("General", "0.00", "grouped", "accounting", "wan", "finer", "finer grouped", "brackets", "no zeros"),
    ),
    "percents": (WORKBOOKS, ("text", "number")),
    "formulas": (("xlsx", "ods"), ("none", "with value", "without value")),
    "hidden sheet": (WORKBOOKS, (False, True)),
    "unseen": (MARKUP, ("none", "row", "cell")),
    "note marks": (("xlsx", "ods", "docx", "html", "pdf"), ("none", "raised")),
    # Word
    "minus in Word": (("docx",), ("text", "noBreakHyphen", "sym")),
    "runs": (("docx", "html", "ods"), ("whole", "split")),
    "changes": (("docx",), ("none", "digits", "row", "moved")),
    "hidden digits": (("docx", "html"), ("none", "one")),
    "grid before": (("docx",), (False, True)),
    "in a layout table": (("docx", "html"), (False, True)),
    # Web pages
    "charset": (("html",), ("utf-8", "gbk", "utf-8 unsaid", "gbk unsaid")),
    "hidden by": (("html",), ("style", "sheet", "attribute")),
    # Text
    "encoding": (("txt", *ONE_SHEET), ("utf-8", "gb18030", "utf-8-sig", "utf-16")),
    "columns by": (("txt",), ("tab", "bars")),
    # PDF
    "metrics": (("pdf",), ("STSong", "ONLYOFFICE", "WPS", "LibreOffice", "Word", "zero")),
    "figure font": (("pdf",), ("same", "Helvetica", "embedded")),
    "placing": (("pdf",), ("words", "characters", "pieces")),
    "drawn": (("pdf",), ("once", "twice", "outlined")),
    "aligned": (("pdf",), ("left", "right", "centre")),
    "unseen text": (("pdf",), ("none", "one")),
    "broken rows": (("pdf",), (False, True)),
}

_OFTEN = {"layout": 0.25, "trouble": 0.3}


def defaults() -> dict:
    """Every trouble at its harmless setting."""
    return {name: settings[0] for name, (_, settings) in TROUBLES.items()}


def random_layout(random: Random, formats: tuple[str, ...] = FORMATS) -> dict:
    """The traits of one document that differ from the official form in its first format."""
    chosen = {"format": random.choice(formats)}
    for name, settings in TRAITS.items():
        if name != "format" and random.random() < _OFTEN["layout"]:
            chosen[name] = random.choice((*settings[1:], *MORE.get(name, ())))
    for name, (where, settings) in TROUBLES.items():
        if chosen["format"] in where and random.random() < _OFTEN["trouble"]:
            chosen[name] = random.choice(settings[1:])
    return chosen


def troubled(differing: dict) -> Layout:
    """The layout with these traits and troubles, those that its format cannot have left out."""
    kind = differing.get("format", "xlsx")
    known = {name: value for name, value in differing.items() if name not in TROUBLES or kind in TROUBLES[name][0]}
    settled = layout(known)
    return Layout(tuple((defaults() | dict(settled.settings)).items()))


def differing(chosen: Layout) -> dict:
    """What is not as on the official form, to be printed and to be tried with less."""
    harmless = {name: settings[0] for name, settings in TRAITS.items()} | defaults()
    return {name: value for name, value in chosen.settings if name == "format" or value != harmless[name]}
