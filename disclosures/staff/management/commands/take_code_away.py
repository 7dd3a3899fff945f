"""Takes the one-time code of somebody away whom no administrator can help: `take_code_away NAME --reason TEXT`."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from disclosures.staff import history
from disclosures.staff.codes import devices


class Command(BaseCommand):
    help = "Take away the one-time code and recovery codes of somebody who lost both."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name that the person signs in with")
        parser.add_argument("--reason", required=True, help="why, for the history of the person")

    def handle(self, *args, name: str, reason: str, **options):
        person = User.objects.filter(username=name).first()
        if person is None:
            raise CommandError(f"没有用户 {name}。")
        with transaction.atomic():
            devices.take_away(person)
            history.tell(person, person, f"由命令取消动态口令。原因：{reason}")
        self.stdout.write(f"已取消 {name} 的动态口令；需要的，下次登录时会重新设置。")
