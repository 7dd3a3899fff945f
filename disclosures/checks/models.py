"""What was found in a published revision, kept as it was found; and what the unit says to it."""

from django.conf import settings
from django.db import models

from disclosures.statements.models import Disclosure


class CheckRun(models.Model):
    """The results of all rules on a revision when it was submitted, then at its publication; those stay for ever."""

    disclosure = models.OneToOneField(
        Disclosure, models.CASCADE, verbose_name="决算公开", help_text="核对的是哪一版", related_name="check_run"
    )
    version = models.CharField("规则版本", max_length=20, help_text="核对时用的规则")
    equal = models.PositiveIntegerField("相等", default=0, help_text="对得上的关系数")
    rounding = models.PositiveIntegerField("尾差", default=0, help_text="差在四舍五入范围内的关系数")
    broken = models.PositiveIntegerField("对不上", default=0, help_text="对不上的关系数")
    not_applicable = models.PositiveIntegerField("无法核对", default=0, help_text="没有可以对照的数的关系数")
    contradictions = models.PositiveIntegerField("矛盾", default=0, help_text="两处的数不能同时成立，有几处")
    inconsistencies = models.PositiveIntegerField("不一致", default=0, help_text="数合不到一起、可能另有原因，有几处")
    meaningless = models.PositiveIntegerField("百分比没有意义", default=0, help_text="基数为 0 的百分比有几个")
    untold = models.PositiveIntegerField("没有写明", default=0, help_text="应当写明而没有写的，有几处")
    wording = models.PositiveIntegerField("措辞", default=0, help_text="格式和用语，有几处；不算错误")
    unlinked = models.PositiveIntegerField("没认出的数", default=0, help_text="文字里没认出是什么的数")
    content = models.BinaryField("结果", help_text="全部结果，压缩的 JSON")
    made_at = models.DateTimeField("核对时间", auto_now_add=True, help_text="结果算出的时间")

    class Meta:
        verbose_name = verbose_name_plural = "核对结果"

    def __str__(self) -> str:
        return f"{self.disclosure}的核对结果"


class BrokenRule(models.Model):
    """How often a revision breaks a rule; so that one rule can be counted over all that is published."""

    run = models.ForeignKey(
        CheckRun, models.CASCADE, verbose_name="核对结果", help_text="哪一次核对", related_name="broken_rules"
    )
    rule = models.CharField("规则", max_length=10, help_text="规则的代号")
    times = models.PositiveIntegerField("次数", help_text="这条规则有几处对不上")

    class Meta:
        verbose_name = verbose_name_plural = "对不上的规则"
        constraints = [models.UniqueConstraint(fields=["rule", "run"], name="one_count_per_rule")]

    def __str__(self) -> str:
        return f"{self.rule} {self.times} 处"


class Answer(models.Model):
    """What the unit says to a finding; it stands beside the finding on the public page.

    An answer that is taken back is kept as an empty text, so that the time of the newest one tells of that too.
    """

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, verbose_name="决算公开", help_text="哪一版的核对项", related_name="answers"
    )
    finding = models.CharField("核对项", max_length=10, help_text="核对项的代号")
    text = models.TextField("答复", help_text="会显示在这一核对项旁边")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="答复人", help_text="不公开"
    )
    answered_at = models.DateTimeField("答复时间", auto_now=True, help_text="最后一次答复的时间")

    class Meta:
        verbose_name = verbose_name_plural = "对核对项的答复"
        constraints = [models.UniqueConstraint(fields=["disclosure", "finding"], name="one_answer_per_finding")]

    def __str__(self) -> str:
        return self.text[:40]
