"""How Django knows this package."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "disclosures.operations"
    label = "operations"
    verbose_name = "运行"
