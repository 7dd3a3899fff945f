"""The SHA-256 of a revision: over one JSON text that holds all it says, written in exactly one way.

The text is UTF-8 JSON with sorted keys and no spaces. Amounts are texts of 元 with two decimals; dates are ISO 8601.
What is blank (null, "", {}) is left out, so that a field added to a table later leaves earlier digests as they are.
An indicator or task refers to its form by the form's position; the source document is named by its own SHA-256.
What a scan left in doubt is in it with its pictures and how it was settled, but not by whom.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal

from django.db import models

from disclosures.publication.parts import content_fields, links, own_fields
from disclosures.statements.models import KEPT, Disclosure, SourceDocument

FORMAT = 1  # raised when the same content would be written in another way


def digest(disclosure: Disclosure) -> str:
    """SHA-256 of the canonical JSON, 64 hex digits. Source: the instance given and its parts in the database."""
    return hashlib.sha256(canonical_json(disclosure).encode()).hexdigest()


def verify(disclosure: Disclosure) -> bool:
    """Whether the revision still is what was published."""
    return bool(disclosure.digest) and digest(disclosure) == disclosure.digest


def canonical_json(disclosure: Disclosure) -> str:
    """All that a revision says, as the text that is digested; amounts in 元, exact."""
    content = {
        "format": FORMAT,
        "region": disclosure.unit.region_id,
        "unit": disclosure.unit.code,
        "year": disclosure.year,
        "revision": disclosure.revision,
        "source": _source(disclosure),
        "disclosure": _own_fields(disclosure),
        "parts": [
            {"part": model._meta.model_name, "rows": rows} for model in KEPT if (rows := _rows(model, disclosure))
        ],
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_text)


def _source(disclosure: Disclosure) -> str:
    """Its SHA-256, read without the document itself; "" where figures were typed in."""
    if not disclosure.source_id:
        return ""
    return SourceDocument.objects.filter(pk=disclosure.source_id).values_list("sha256", flat=True).get()


def _own_fields(disclosure: Disclosure) -> dict:
    return _without_blanks({field.name: field.value_from_object(disclosure) for field in own_fields()})


def _rows(model: type[models.Model], disclosure: Disclosure) -> list[dict]:
    linked = {link.name: f"{link.name}__position" for link in links(model)}
    fields = (field.name for field in content_fields(model) if field.name not in getattr(model, "aside", ()))
    names = {name: linked.get(name, name) for name in fields}
    rows = model._default_manager.filter(disclosure=disclosure).order_by("position", "pk").values_list(*names.values())
    return [_without_blanks(dict(zip(names, row, strict=True))) for row in rows]


def _without_blanks(values: dict) -> dict:
    return {name: value for name, value in values.items() if value not in (None, "", {})}


def _text(value) -> str:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no canonical text")
