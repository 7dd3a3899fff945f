"""How Django knows this package, and that its groups are renewed with every `migrate`."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_save


class StaffConfig(AppConfig):
    name = "disclosures.staff"
    label = "staff"
    verbose_name = "人员和权限"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        import disclosures.staff.signing_in.sessions  # noqa: F401  # hears of everybody who signs in
        from disclosures.staff.signing_in.limits import forget_what_was_typed

        post_migrate.connect(keep_groups, sender=self)
        pre_save.connect(forget_what_was_typed, sender="axes.AccessAttempt")


def keep_groups(*, using, apps=apps, **kwargs):
    """The groups as they are declared now; nothing to do before this package has come to be."""
    from disclosures.staff import groups

    if "staff" in {model._meta.app_label for model in apps.get_models()}:
        groups.keep(apps, using)
