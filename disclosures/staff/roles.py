"""What somebody can be here."""

from django.db import models


class Role(models.TextChoices):
    """A role; its label is also the name of its group."""

    CLERK = "clerk", "填报员"
    REVIEWER = "reviewer", "审核员"
    PUBLISHER = "publisher", "发布员"
    ADMINISTRATOR = "administrator", "管理员"


OF_UNIT = (Role.CLERK,)
OF_REGION = (Role.REVIEWER, Role.PUBLISHER)
EVERYWHERE = (Role.ADMINISTRATOR,)
WITH_CODE = (Role.PUBLISHER, Role.ADMINISTRATOR)  # sign in with a one-time code
