"""What differs between places, as data: every trait with its settings, the official form's first.

What nobody could tell is not among them: a document that says nowhere whether its amounts are 元 or 万元, and a
table that has neither title nor number while its head fits two statements.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

TRAITS: dict[str, tuple] = {
    "format": ("xlsx", "docx"),
    # The document
    "order": ("official", "central", "shuffled"),
    "sheets": ("one for each table", "one below the other"),
    "sheet names": ("plain", "titles", "numbers"),
    "contents": (False, True),
    "extra": ("none", "assets", "projects", "non-fiscal", "all"),
    "project form": ("provincial", "national"),
    "forms": ("levels in every row", "levels once", "levels merged"),
    # Around a table
    "title": (
        "official", "other", "spaced", "quoted", "year", "year and unit", "unit", "department", "detail", "numbered",
        "none",
    ),
    "number": ("own", "spaced", "central", "by position", "none"),
    "caption": ("title number unit money", "number title money unit", "title money unit number", "title, then a line"),
    "caption in": ("lines above", "the table"),
    "unit name": ("单位：", "部门：", "编制单位：", "填报单位:", "none"),
    "money": ("金额单位：", "单位：", "单位:", "金额单位：人民币", "（单位：）", "alone", "in the heads"),
    "money said": ("each", "once"),
    "notes": ("official", "or", "numbered", "none"),
    "centred": (False, True),
    "signatures": (False, True),
    "notes in": ("lines below", "the table"),
    "blank columns": (0, 1, 2),
    "blank rows": ("none", "above", "above and between"),
    # Heads
    "head": ("merged", "repeated", "at the bottom", "one row"),
    "column titles": ("official", "others"),
    "column numbers": ("labelled", "bare", "none"),
    "spaced words": (False, True),
    "wrapped": (False, True),
    "column between": (False, True),
    # Rows by code
    "codes": ("one cell", "three cells", "three cells, own level", "three cells, whole codes", "with the name"),
    "code words": ("功能分类科目编码", "科目编码", "支出功能分类科目编码", "科目代码"),
    "code as": ("text", "number"),
    "total": ("first", "last"),
    "total in": ("name", "code", "merged"),
    "indent": (False, True),
    "fallen": (False, True),
    "state capital": ("three columns", "six columns"),
    # Accounts
    "lines": ("行", "行次", "none"),
    "classes": ("26", "24"),
    "numerals": (True, False),
    "fillers": (True, False),
    "row names": ("official", "others"),
    # Economic codes
    "panels": ("three", "two", "one"),
    "economic codes": ("one cell", "two cells"),
    "footers": ("under the amounts", "right of the label", "merged", "none"),
    # Three public expenses
    "three public": ("rows", "rows, vehicles first", "one row", "one row, by item"),
    # Figures
    "figures": ("number", "grouped", "plain", "full width", "padded", "short", "spaced"),
    "nothing": ("", "-", "--", "—", "0.00", "0"),
    "minus": ("-", "－", "()"),
    # Word alone
    "continued": ("no", "without head", "with head"),
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """A setting of every trait; prints what is not as on the official form."""

    settings: tuple[tuple[str, object], ...]

    def __getitem__(self, trait: str):
        return dict(self.settings).get(trait)  # None where a trouble is asked for in a layout without any

    def __repr__(self) -> str:
        differing = {name: setting for name, setting in self.settings if setting != TRAITS.get(name, "?")[0]}
        return f"layout({differing!r})"


def layout(differing: dict | None = None) -> Layout:
    """The official layout but for these traits, with what excludes each other settled."""
    chosen = {name: settings[0] for name, settings in TRAITS.items()} | (differing or {})
    return Layout(tuple(_settled(chosen).items()))


HOLD_NUMBERS = ("xlsx", "xls", "ods")
FLOWING = ("docx", "html", "txt", "pdf")  # formats of text and tables below each other
ONE_SHEET = ("csv", "tsv")


def _settled(chosen: dict) -> dict:
    is_flowing = chosen["format"] in FLOWING
    if is_flowing:
        chosen |= {"sheets": TRAITS["sheets"][0], "sheet names": "plain"}
    else:
        chosen["continued"] = "no"
    if chosen["format"] in ONE_SHEET:
        chosen["sheets"] = "one below the other"
    if chosen["sheets"] != TRAITS["sheets"][0]:
        chosen["sheet names"] = "plain"
    named_by_sheet = chosen["sheet names"] == "titles"
    if chosen["title"] == "none" and not named_by_sheet and chosen["number"] not in ("own", "spaced"):
        chosen["title"] = "official"  # nothing else would say which statement it is
    if chosen["title"] == "none" and is_flowing:
        chosen["contents"] = False  # the last title of the list would stand where the table's own is missing
    if chosen["title"] == "none" and chosen["number"] in ("central", "by position"):
        chosen["number"] = "none"
    if chosen["codes"] == "three cells, total beside levels":
        chosen |= {"total": "first", "total in": "name", "fallen": False, "column numbers": "none", "head": "merged"}
    return chosen


layouts = st.fixed_dictionaries({name: st.sampled_from(settings) for name, settings in TRAITS.items()}).map(layout)
