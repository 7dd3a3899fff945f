"""How Django knows this package."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "disclosures.pages"
    label = "pages"
    verbose_name = "公开页面"
    default_auto_field = "django.db.models.BigAutoField"
