"""The shape of official codes: levels by length, parents by prefix."""

FUNCTIONAL, ECONOMIC, GOVERNMENT = "functional", "economic", "government"
SCHEMES = ((FUNCTIONAL, "支出功能分类科目"), (ECONOMIC, "部门预算支出经济分类科目"))  # that official tables print
LISTED_SCHEMES = (*SCHEMES, (GOVERNMENT, "政府预算支出经济分类科目"))

LEVELS = {3: "类", 5: "款", 7: "项"}
LENGTHS = {FUNCTIONAL: (3, 5, 7), ECONOMIC: (3, 5), GOVERNMENT: (3, 5)}
BEGINNINGS = {"2": FUNCTIONAL, "3": ECONOMIC, "5": GOVERNMENT}  # the first digit tells which classification it is


def is_code(text: str, scheme: str) -> bool:
    """Whether the text has the form of a code of that scheme."""
    return text.isascii() and text.isdigit() and len(text) in LENGTHS[scheme]


def level_of(code: str) -> str:
    """类, 款 or 项; "" for what is no code."""
    return LEVELS.get(len(code), "")


def parents_of(code: str) -> tuple[str, ...]:
    """The codes above, outermost first: 2080505 stands under 208 and 20805."""
    return tuple(code[:length] for length in LEVELS if length < len(code))


def parent_of(code: str) -> str:
    """The code directly above; "" for a class."""
    return next(reversed(parents_of(code)), "")


def is_region_code(text: str) -> bool:
    """Whether the text has the form of a region's code."""
    return text.isascii() and text.isdigit() and len(text) == 6


def region_parents(code: str) -> tuple[str, ...]:
    """The regions above as far as digits tell, outermost first: 210402 lies in 210400 and 210000.

    Only for a region of which nobody has said where it lies: 110101 lies in 110000, and there is no 110100.
    """
    wider = (code[:2] + "0000", code[:4] + "00")
    return tuple(dict.fromkeys(region for region in wider if region != code))
