"""When two printed names of a code are one name."""

import unicodedata

_BRACKETS = str.maketrans("()", "（）")


def plain_name(name: str) -> str:
    """The name as lists print it: without spaces, with full-width brackets and without other wide letters."""
    return "".join(unicodedata.normalize("NFKC", name).split()).translate(_BRACKETS)


def is_cut(name: str, whole: str) -> bool:
    """Whether the name is the beginning of the other: tables cut long names."""
    return len(name) < len(whole) and plain_name(whole).startswith(plain_name(name))


def told_name(name: str, printed: str) -> str:
    """What a row calls its code by itself: its name, but as printed where a list or another table completed that."""
    return plain_name(printed if printed and is_cut(printed, name) else name)
