"""What Django itself says of watched rows: saved, deleted, joined to others. Statements for many rows send nothing."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from disclosures.audit import recording
from disclosures.audit.values import State, states_in
from disclosures.audit.watched import PART, WATCHED

_BEFORE = "_state_before"  # on a row while it is being saved


def begin() -> None:
    """Listen to every watched model, once it is there."""
    for label in WATCHED:
        _listen(label)
    for through in ("auth.User_groups", "auth.User_user_permissions"):
        m2m_changed.connect(joined, sender=through)


def watch_parts(labels: Iterable[str]) -> None:
    """The parts of a disclosure, by name: a new table is in the log as soon as it is declared."""
    for label in labels:
        WATCHED[label] = PART
        _listen(label)


def _listen(label: str) -> None:
    pre_save.connect(before_save, sender=label)
    post_save.connect(after_save, sender=label)
    post_delete.connect(after_delete, sender=label)


def before_save(instance: Model, update_fields: Any = None, **kwargs: Any) -> None:
    """Keep what the database says of the row, which what the program once read may not be any more."""
    if instance.pk is None or recording.is_silent():
        return
    before = recording.before_of(instance)
    rows = type(instance)._base_manager.filter(pk=instance.pk)
    setattr(instance, _BEFORE, states_in(rows, update_fields).get(instance.pk) if before is None else before)


def after_save(instance: Model, created: bool, update_fields: Any = None, **kwargs: Any) -> None:
    before: State | None = instance.__dict__.pop(_BEFORE, None)
    recording.saved(instance, None if created else before or {}, update_fields)


def after_delete(instance: Model, **kwargs: Any) -> None:
    recording.deleted(instance)


def joined(instance: Model, action: str, model: type[Model], pk_set: set | None, **kwargs: Any) -> None:
    """Groups and permissions that a person was given or lost; what is emptied as a whole is asked before."""
    if action not in ("post_add", "post_remove", "pre_clear") or kwargs.get("reverse"):
        return
    name = _names(type(instance))[kwargs["sender"]]
    there = getattr(instance, name).all() if pk_set is None else model._default_manager.filter(pk__in=pk_set)
    if titles := [str(one) for one in there]:
        recording.related(instance, name, *(([], titles) if action == "post_add" else (titles, [])))


@cache
def _names(model: type[Model]) -> dict[Any, str]:
    return {field.remote_field.through: field.name for field in model._meta.many_to_many}
