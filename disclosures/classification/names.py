"""When two printed names of a code are one name."""

import unicodedata


def plain_name(name: str) -> str:
    """The name without spaces, in half-width letters and brackets, for comparing."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def is_cut(name: str, whole: str) -> bool:
    """Whether the name is the beginning of the other: tables cut long names."""
    return len(name) < len(whole) and plain_name(whole).startswith(plain_name(name))
