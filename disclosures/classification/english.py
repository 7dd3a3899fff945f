"""What codes are called in English: official words where the ministry has used any, else ours, as the list says."""

from functools import cache

from disclosures.classification.official import rows_of_list

OURS = "ours"
LIST = "english_names.csv"


def english_name(name: str) -> str:
    """The name of a code, or of the row of a form that is called so, in English; "" where the list has none."""
    return _names().get("".join(name.split()), "")


@cache
def _names() -> dict[str, str]:
    return {row["name"]: row["english"] for row in rows_of_list(LIST)}
