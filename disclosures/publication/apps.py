"""How Django knows this package, how the guards outlive a migration, and what else makes pages new."""

from datetime import timedelta

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models import Max
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate, pre_save

from disclosures.classification.signals import lists_changed


class PublicationConfig(AppConfig):
    name = "disclosures.publication"
    label = "publication"
    verbose_name = "公开之后"  # a section of the lists; "发布" is the step, and no second link may bear its name
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        pre_migrate.connect(lift_for_sqlite, sender=self)
        post_migrate.connect(install_guards, sender=self)
        lists_changed.connect(count_names)
        for model in ("classification.Region", "classification.RegionChange", "classification.Code", "statements.Unit"):
            post_save.connect(count_names, sender=model)
            post_delete.connect(count_names, sender=model)
        post_save.connect(renew_kind, sender="statements.Unit")
        pre_save.connect(look_at_answers, sender="checks.Answer")
        for signal in (post_save, post_delete):
            signal.connect(count_answers, sender="checks.Answer")


def lift_for_sqlite(*, using, plan=(), **kwargs):
    """SQLite changes a table by building it anew, which loses its triggers and stumbles over those that name it.

    After a migration that failed half-way they are back with the next `migrate` that succeeds.
    """
    from disclosures.publication.guarding import triggers

    if plan and connections[using].vendor == "sqlite":
        triggers.lift(connections[using])


def install_guards(*, using, apps=apps, **kwargs):
    """Guard the tables as they are now; nothing to do before this package has come to be."""
    from disclosures.publication.guarding import triggers

    if "publication" in {model._meta.app_label for model in apps.get_models()}:
        triggers.install(apps, connections[using])


def count_names(*, created=False, sender=None, instance=None, **kwargs):
    """Pages show names that no revision holds: what was answered before one changed is not current any more."""
    from disclosures.publication.models import PublicationCounter
    from disclosures.statements.models import Unit

    if created and sender is Unit and not instance.region.lists_units:
        return  # no page shows a unit that has published nothing and stands on no list
    PublicationCounter.rename()


def renew_kind(*, instance, created, **kwargs):
    """A unit that staff put into another kind stands among others, from the same transaction on."""
    from django.db import transaction

    from disclosures.publication.standing.storage import renew_peers

    if not created:
        with transaction.atomic():
            renew_peers(instance)


def look_at_answers(*, instance, sender, **kwargs):
    """Remember the newest answer beside the one that is being saved, and itself as it was."""
    beside = sender.objects.filter(disclosure=instance.disclosure_id)
    instance.newest = beside.aggregate(Max("answered_at"))["answered_at__max"]


def count_answers(*, instance, sender, created=None, **kwargs):
    """What a unit answers stands on the pages of its disclosure, which are known by the time of the newest answer.

    So that this time changes also where the clock was put back, what is answered now is the newest.
    """
    from disclosures.publication.models import PublicationCounter

    is_saved = created is not None
    if is_saved and instance.newest and instance.newest >= instance.answered_at:
        instance.answered_at = instance.newest + timedelta(microseconds=1)
        sender.objects.filter(pk=instance.pk).update(answered_at=instance.answered_at)
    PublicationCounter.answer()
