"""How Django knows that the admin has a site of our own."""

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    default_site = "disclosures.staff.site.site.StaffSite"
