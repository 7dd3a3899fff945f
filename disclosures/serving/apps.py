"""How Django knows this package."""

from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "disclosures.serving"
    label = "serving"
    verbose_name = "服务"
