from django.db import migrations

from disclosures.publication.guarding import triggers


def install(apps, schema_editor):
    triggers.install(apps, schema_editor.connection)


def lift(apps, schema_editor):
    triggers.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0001_initial"),
        ("statements", "0001_initial"),
    ]

    operations = [migrations.RunPython(install, lift)]
