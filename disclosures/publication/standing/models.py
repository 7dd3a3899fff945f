"""What is kept so that no page looks at every unit: whose peer each revision is, and the figures of each group."""

from django.db import models

from disclosures.classification.regions import REGION_LEVELS
from disclosures.statements.models import Disclosure


class OfGroup(models.Model):
    """What makes a group; made-up units are compared with made-up ones alone."""

    year = models.PositiveSmallIntegerField("年度", help_text="决算所属的年度")
    kind = models.CharField("机构类别", max_length=20, blank=True, help_text="哪一类单位；空着的不和谁比")
    level = models.PositiveSmallIntegerField("级别", choices=REGION_LEVELS, help_text="单位所在区划的级别")
    is_made_up = models.BooleanField("虚构单位", default=False, help_text="演示用的单位")

    class Meta:
        abstract = True


class Peer(OfGroup):
    """The group to which a current revision belongs."""

    disclosure = models.OneToOneField(
        Disclosure, models.CASCADE, related_name="peer", verbose_name="决算公开", help_text="哪一份现行的决算"
    )

    class Meta:
        verbose_name = verbose_name_plural = "同类单位"
        default_permissions = ()
        indexes = [models.Index(fields=["year", "kind", "level", "is_made_up", "disclosure"], name="peers_of_a_group")]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class GroupFigure(OfGroup):
    """What the units of a group print for one figure, smallest first; who prints nothing is not among them.

    `values` are decimals with spaces between them: amounts in 元, exact; shares in percent to six decimals, half up.
    """

    figure = models.CharField("数", max_length=40, help_text="哪一个数的代号")
    values = models.TextField("各单位的数", help_text="从小到大，用空格隔开；金额以元计")

    class Meta:
        verbose_name = verbose_name_plural = "同类单位的数"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["year", "kind", "level", "is_made_up", "figure"], name="a_figure_of_a_group_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year} {self.figure}"
