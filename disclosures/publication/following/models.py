"""What is followed: the fields that a program and a reader have in common."""

from django.db import models

from disclosures.statements.models import Unit


class Following(models.Model):
    """The feed that is followed: that of a unit, of a region, of a code, of corrections, or of everything."""

    topic = models.CharField("订阅", max_length=200, help_text="本站哪一个订阅源的地址")
    origin = models.CharField("本站网址", max_length=300, help_text="订阅时用的域名，消息里的网址用它")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, verbose_name="单位", help_text="只要这个单位的")
    region = models.CharField("地区", max_length=6, blank=True, help_text="只要这里和下级的")
    code = models.CharField("科目", max_length=7, blank=True, help_text="只要印有这个科目的")
    only_corrections = models.BooleanField("只要更正", default=False, help_text="第 2 版起")

    class Meta:
        abstract = True
