"""How Django knows this package."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "disclosures.publication"
    label = "publication"
    verbose_name = "发布"
    default_auto_field = "django.db.models.BigAutoField"
