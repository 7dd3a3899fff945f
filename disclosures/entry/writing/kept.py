"""A pasted narrative laid over what others have stored meanwhile: its paragraphs one by one, its lists as a whole."""

from dataclasses import dataclass
from typing import Any

from disclosures.entry.conflicts.blocks import ONE, Rows
from disclosures.entry.conflicts.merging import UNKNOWN, Conflict, Merge
from disclosures.entry.conflicts.shown import Shown
from disclosures.entry.conflicts.texts import BETWEEN, MergedText, apart
from disclosures.entry.writing.pasted import TEXT_PARTS, PastedText
from disclosures.publication.parts import content_fields
from disclosures.statements.lines import Part
from disclosures.statements.models import Disclosure, Paragraph

_LISTS = tuple(model for model in TEXT_PARTS if model is not Paragraph)


def rows_now(draft: Disclosure) -> dict[str, Any]:
    """All that the page shows or replaces, for `Shown`: the texts of each part under its name; four queries."""
    return {"": {ONE: {_name(model): BETWEEN.join(_stored(model, draft)) for model in TEXT_PARTS}}}


@dataclass
class Kept:
    """What is to be saved of a pasted text, and which lists stay as others have left them."""

    pasted: PastedText
    merge: Merge
    choices: Rows
    left: tuple[type[Part], ...] = ()

    def save(self) -> None:
        self.pasted.save(self.left)


def laid_over(pasted: PastedText, sent: Any, shown: Shown | None) -> Kept:
    """The text with what only others have changed; the draft must be locked."""
    merge, draft = Merge(sent, shown), pasted.draft
    text, mine = MergedText(merge), [paragraph.text for paragraph in pasted.paragraphs]
    text.take(_shown(Paragraph, shown), _stored(Paragraph, draft), mine)
    if text.paragraphs != mine:
        pasted = PastedText(draft, "\n\n".join(text.paragraphs))
    left = tuple(model for model in _LISTS if _is_left(model, pasted, merge, shown))
    return Kept(pasted, merge, text.choices, left)


def _is_left(model: type[Part], pasted: PastedText, merge: Merge, shown: Shown | None) -> bool:
    """Whether the list stays as it is stored, because only others have changed it or somebody chose so."""
    now, mine, was = _stored(model, pasted.draft), _texts(model, pasted.parts[model]), _shown(model, shown)
    if not mine or mine == now:
        return False
    if merge.is_given_up(_name(model)):
        return True
    if now == was:
        return False
    title = str(model._meta.verbose_name)
    if mine == was:
        merge.others.append(title)
        return True
    shown_then = UNKNOWN if was is None else "\n".join(was)
    merge.conflicts.append(Conflict(_name(model), title, shown_then, "\n".join(now), "\n".join(mine), "text"))
    return False


def _stored(model: type[Part], draft: Disclosure) -> list[str]:
    return _texts(model, model._default_manager.filter(disclosure=draft).order_by("position"))


def _shown(model: type[Part], shown: Shown | None) -> list[str] | None:
    if not shown:
        return None
    return apart(shown.rows[""][ONE][_name(model)])


def _texts(model: type[Part], rows: Any) -> list[str]:
    """What each row says: of a paragraph its text, of other rows everything but where they stood."""
    if model is Paragraph:
        return [row.text for row in rows]
    names = [field.name for field in content_fields(model) if field.name not in ("position", "place")]
    return ["：".join(str(getattr(row, name)) for name in names) for row in rows]


def _name(model: type[Part]) -> str:
    return str(model._meta.model_name)
