"""Gives findings that were kept as sentences what later ones are kept with: labels as structure, and where the
sentence names each side. The sentences themselves stay as they were told."""

import json
import re
import zlib

from django.db import migrations

NO_BASE = "基数为 0，百分比没有意义"
FORM = r"(?P<form>整体绩效自评表|“(?P<name>[^“”]*)”自评表)"
PATTERNS = {
    "cell": re.compile(r"公开(?P<number>\d\d)表“(?P<row>.*?)”(?:的“(?P<column>[^”]*)”)?"),
    "table": re.compile(r"公开(?P<number>\d\d)表(?: (?P<code>\d+))?"),
    "text": re.compile(r"文字里的“(?P<term>.*)”"),
    "passage": re.compile(FORM + r"(?P<field>年初设定目标|全年完成情况)里的“(?P<words>[^“”]*)”"),
    "field": re.compile(FORM + r"(?:(?P<part>指标|任务)“(?P<item>[^“”]*)”)?的(?P<field>[^”]*)"),
}


def add_facts_to_earlier_findings(apps, schema_editor):
    """Every run that has none; a run with facts is left alone."""
    runs, forms = apps.get_model("checks", "CheckRun"), apps.get_model("statements", "PerformanceForm")
    using = schema_editor.connection.alias
    for run in runs.objects.using(using).iterator(chunk_size=50):
        data = json.loads(zlib.decompress(bytes(run.content)))
        earlier = [result for result in data["results"] if "named" not in result]
        if not earlier:
            continue
        of_run = forms.objects.using(using).filter(disclosure=run.disclosure_id)
        names = {form.position: _form_name(form) for form in of_run}
        for result in earlier:
            result.update(_facts(result, names))
        run.content = zlib.compress(json.dumps(data, ensure_ascii=False).encode())
        run.save(update_fields=["content"])


def _form_name(form):
    quoted = form.name.translate(str.maketrans("“”", "‘’"))
    return "整体绩效自评表" if form.kind == "unit" else f"“{quoted}”自评表"


def _facts(result, names):
    sides = (result["left"], result["right"])
    return {
        "relation": "over nothing" if NO_BASE in result["message"] else None,
        "reason": None,
        "labels": [side and _label(side["label"]) for side in sides],
        "named": [_spans(result["message"], side, names) if side else [] for side in sides],
    }


def _label(text):
    for kind, pattern in PATTERNS.items():
        if match := pattern.fullmatch(text):
            values = {name: found or "" for name, found in match.groupdict().items()}
            if "form" in values:
                name = values.pop("name")
                values["form"] = {"name": name, "is_of_unit": not name}
            return {"kind": kind, **values}
    return {"kind": "named", "name": text, "of": []}


def _spans(message, side, names):
    """Where the sentence names the side: its text behind its label, else the label, else what it stands in."""
    spot, spans = side["spot"] or {}, []
    title = f"公开{spot['number']}表" if "number" in spot else names.get(spot.get("form"), "")
    for before, words in ((f"{side['label']} ", side["text"]), ("", side["label"]), ("", title)):
        start = message.find(before + words) if words else -1
        if start >= 0:
            spans.append([start + len(before), start + len(before) + len(words), bool(before)])
    return spans


class Migration(migrations.Migration):
    dependencies = [
        ("checks", "0002_broken_rules"),
    ]

    operations = [
        migrations.RunPython(add_facts_to_earlier_findings, migrations.RunPython.noop),
    ]
