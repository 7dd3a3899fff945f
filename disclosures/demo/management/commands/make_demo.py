"""Made-up disclosures, marked as such on every page: `make_demo --disclosures 1500 --seed 1`."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from disclosures.demo.publishing import demo, is_there


class Command(BaseCommand):
    help = "Makes up units with five years each, publishes them, and plants contradictions in some; for demonstration."

    def add_arguments(self, parser):
        parser.add_argument("--disclosures", type=int, required=True, help="how many, five years a unit")
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same disclosures")

    def handle(self, *args, disclosures: int, seed: int, **options):
        if disclosures < 1:
            raise CommandError("--disclosures 要是正整数。")
        if is_there():
            raise CommandError("已有演示数据；要重新生成，请先运行 remove_demo。")
        made = list(tqdm(demo(disclosures, seed), total=disclosures, unit="份", desc="生成", file=self.stderr))
        units = len({disclosure.unit_id for disclosure in made})
        self.stdout.write(f"生成并发布了 {units} 个虚构单位的 {len(made)} 份决算；用 remove_demo 可以全部删除。")
