"""What the site as a whole counts: how often something was published or withdrawn; with what it keeps of revisions."""

from functools import partial

from django.db import models, transaction
from django.db.models import F
from django.dispatch import Signal

from disclosures.publication.alerts.models import MailAlert, MailNews
from disclosures.publication.callbacks.models import Delivery, Subscription
from disclosures.publication.evidence.models import PrintedName
from disclosures.publication.history import StepTaken
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.publication.search.models import SearchEntry
from disclosures.publication.signed.models import DigestList
from disclosures.publication.standing.models import GroupFigure, Peer
from disclosures.publication.timed.models import PublicationPlan
from disclosures.publication.totals.models import CodeTotal, OtherMatter, Shortfall, YearTotal
from disclosures.statements.models import Disclosure, State

__all__ = [
    "CodeTotal",
    "Delivery",
    "DigestList",
    "GroupFigure",
    "MailAlert",
    "MailNews",
    "OtherMatter",
    "Peer",
    "PrintedName",
    "PublicationCounter",
    "PublicationPlan",
    "ReaderQuestion",
    "SearchEntry",
    "Shortfall",
    "StepTaken",
    "Subscription",
    "YearTotal",
]

pages_changed = Signal()  # sent once the database has kept what changes public pages


class PublicationCounter(models.Model):
    """One row with the publication number: pages that show several disclosures are a function of it."""

    number = models.PositiveBigIntegerField("发布序号", help_text="每次发布或撤回加 1")
    names = models.PositiveBigIntegerField(
        "名称序号", default=0, help_text="单位、区划、科目的名称每次改动加 1：公开页面上有这些名称"
    )
    answers = models.PositiveBigIntegerField(
        "答复序号", default=0, help_text="单位对核对结果的答复、公开的读者问答每次改动加 1"
    )
    has_made_up = models.BooleanField("有虚构的决算", default=False, help_text="现行的决算中有没有虚构单位的")

    class Meta:
        verbose_name = verbose_name_plural = "发布序号"
        default_permissions = ()
        permissions = [
            ("return_disclosure", "可以退回待发布的决算公开"),
            ("publish_disclosure", "可以发布和撤回决算公开"),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_publication_counter")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The number as it stands; 0 before anything was published."""
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def stamp(cls) -> int:
        """A number that grows with whatever may change a public page; 0 before anything was published."""
        changes = F("number") + F("names") + F("answers")
        return cls.objects.filter(pk=1).values_list(changes, flat=True).first() or 0

    @classmethod
    def answer(cls) -> None:
        """Count a change of what a unit answers to a finding, or of answers to readers that are shown."""
        cls.objects.filter(pk=1).update(answers=F("answers") + 1)
        cls._tell()

    @classmethod
    def rename(cls) -> None:
        """Count a change of a name that pages show and no revision holds; nothing before the first publishing."""
        cls.objects.filter(pk=1).update(names=F("names") + 1)
        cls._tell()

    @classmethod
    def advance(cls) -> None:
        """Count one more publish or withdraw; belongs into the transaction of that step, at its end."""
        has_made_up = Disclosure.objects.filter(state=State.PUBLISHED, unit__is_made_up=True).exists()
        cls.objects.update_or_create(
            pk=1,
            defaults={"number": F("number") + 1, "has_made_up": has_made_up},
            create_defaults={"number": 1, "has_made_up": has_made_up},
        )
        cls._tell()

    @classmethod
    def _tell(cls) -> None:
        """Tell whoever keeps pages, after the transaction."""
        transaction.on_commit(partial(pages_changed.send, sender=cls), robust=True)
