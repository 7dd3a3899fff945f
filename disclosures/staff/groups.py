"""The groups of Django: one for each role, with exactly the permissions that are declared."""

from django.apps import apps as apps_of_now
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

from disclosures.staff.rights import RIGHTS, permissions_of
from disclosures.staff.roles import Role


def keep(apps: Apps, using: str) -> None:
    """Make the groups, or make them right again; permissions that Django has not come to yet are made first."""
    for label in {name.partition(".")[0] for right in RIGHTS for name in right.permissions}:
        create_permissions(apps_of_now.get_app_config(label), verbosity=0, using=using, apps=apps)
    group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for role in Role:
        group, _ = group_model.objects.using(using).get_or_create(name=role.label)
        names = (name.split(".") for name in sorted(permissions_of(role)))
        wanted = [Q(content_type__app_label=label, codename=codename) for label, codename in names]
        group.permissions.set(permission_model.objects.using(using).filter(Q(*wanted, _connector=Q.OR)))
