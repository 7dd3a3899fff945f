"""Memberships: who has which role, where, from when until when."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from disclosures.classification.models import Region
from disclosures.staff.roles import EVERYWHERE, OF_REGION, OF_UNIT, Role
from disclosures.statements.models import Unit


class MembershipQuerySet(models.QuerySet):
    """Memberships by day."""

    def today(self) -> "MembershipQuerySet":
        """Those that hold today, first and last day included."""
        day = timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class Membership(models.Model):
    """A role that somebody has for a unit, for a region with all below it, or for everything."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="人员", help_text="谁", related_name="memberships"
    )
    role = models.CharField(
        "角色", max_length=13, choices=Role, help_text="填报员属于一个单位，审核员和发布员管一个区划，管理员不限"
    )
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, verbose_name="单位", help_text="填报员替哪个单位填报；其他角色留空"
    )
    region = models.ForeignKey(
        Region, models.CASCADE, null=True, blank=True, verbose_name="区划",
        help_text="审核员、发布员管哪里，连同它下面的市县；其他角色留空",
    )  # fmt: skip
    since = models.DateField("从", default=timezone.localdate, help_text="从这一天起有效")
    until = models.DateField("到", null=True, blank=True, help_text="到这一天为止，当天仍有效；不限就留空")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任职"
        ordering = ["user", "role", "since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=OF_UNIT, unit__isnull=False, region=None)
                | Q(role__in=OF_REGION, unit=None, region__isnull=False)
                | Q(role__in=EVERYWHERE, unit=None, region=None),
                name="role_fits_place",
                violation_error_message="角色和它的单位或区划对不上。",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="until_not_before_since",
                violation_error_message="“到”不能早于“从”。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}：{self.get_role_display()}（{self.place}）"

    @property
    def place(self) -> str:
        """Where the role is had, in words."""
        return str(self.unit or self.region or "全部")

    @property
    def holds(self) -> bool:
        """Whether it holds today."""
        return self.since <= timezone.localdate() <= (self.until or timezone.localdate())

    def clean(self) -> None:
        """What does not fit, at the field that has to be filled in or emptied."""
        errors = {}
        for field, name, roles in (("unit", "单位", OF_UNIT), ("region", "区划", OF_REGION)):
            given = getattr(self, f"{field}_id")
            if self.role in roles and not given:
                errors[field] = f"{self.get_role_display()}要选定{name}。"
            elif self.role and self.role not in roles and given:
                errors[field] = f"{self.get_role_display()}不属于哪个{name}，请留空。"
        if self.since and self.until and self.until < self.since:
            errors["until"] = f"不能早于“从”，即 {self.since}。"
        if errors:
            raise ValidationError(errors)
        self._refuse_twice()

    def _refuse_twice(self) -> None:
        """The same role at the same place twice at a time says nothing more, and is forgotten when one is ended."""
        same = {name: getattr(self, name) for name in ("user_id", "role", "unit_id", "region_id")}
        others = Membership.objects.filter(**same).exclude(pk=self.pk).exclude(until__lt=self.since)
        if other := others.exclude(since__gt=self.until).first() if self.until else others.first():
            raise ValidationError(f"此人从 {other.since} 起已经是这里的{other.get_role_display()}，日子不能重叠。")
