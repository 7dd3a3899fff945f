"""How Django knows this package, and that every process takes away from disk what it makes old."""

from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "disclosures.serving"
    label = "serving"
    verbose_name = "服务"

    def ready(self):
        from disclosures.publication.models import pages_changed
        from disclosures.serving.keeping.following import follow

        pages_changed.connect(follow)
