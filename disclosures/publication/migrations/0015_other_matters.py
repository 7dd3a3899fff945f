import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0014_printed_names"),
        ("statements", "0005_what_an_address_can_carry"),
    ]

    operations = [
        migrations.CreateModel(
            name="OtherMatter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(help_text="决算所属的年度", verbose_name="年度")),
                (
                    "matter",
                    models.CharField(help_text="事项的代号，如 vehicles:kept", max_length=40, verbose_name="事项"),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=4, help_text="金额以元计，数量照原文", max_digits=24, verbose_name="数"
                    ),
                ),
                ("text", models.CharField(help_text="照原文", max_length=60, verbose_name="写法")),
                ("paragraph", models.PositiveIntegerField(help_text="文字说明的第几段", verbose_name="段落")),
                (
                    "start",
                    models.PositiveIntegerField(
                        help_text="在这一段里从第几个字开始，从 0 数起", verbose_name="第几个字"
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        help_text="哪一份现行的决算",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="statements.disclosure",
                        verbose_name="决算公开",
                    ),
                ),
            ],
            options={
                "verbose_name": "其他事项的数",
                "verbose_name_plural": "其他事项的数",
                "indexes": [
                    models.Index(fields=["matter", "year", "-value", "disclosure"], name="other_matters_ranked")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("disclosure", "matter"), name="one_figure_of_each_matter")
                ],
            },
        ),
    ]
