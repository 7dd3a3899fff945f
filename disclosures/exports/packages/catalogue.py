"""All that can be taken away, as DCAT describes a catalogue, in JSON-LD."""

import json
from typing import Any

from disclosures.addresses import links, programs

MEDIA_TYPE = "application/ld+json"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
}
FORMATS = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "datapackage.json": "application/json",
}


def catalogue(years: dict[int, int], origin: str) -> bytes:
    """A data set for each year, with its files, and one of everything; `years` say how many disclosures each has."""
    datasets = [_year(year, count, origin) for year, count in sorted(years.items(), reverse=True)]
    whole = _dataset(origin + programs.everything(), "全部现行决算", origin, [
        _file(origin + programs.everything(), "application/vnd.sqlite3"),
        _file(origin + programs.openapi(), "application/json"),
    ])  # fmt: skip
    content = {
        "@context": _CONTEXT,
        "@type": "dcat:Catalog",
        "@id": origin + links.data(),
        "dct:title": "部门决算公开",
        "dct:language": "zh-Hans",
        "foaf:homepage": {"@id": origin + links.home()},
        "dcat:dataset": [whole, *datasets],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _year(year: int, count: int, origin: str) -> dict[str, Any]:
    files = [_file(origin + programs.year_data(year, kind), media_type) for kind, media_type in FORMATS.items()]
    told = _dataset(origin + programs.year_data(year, "csv"), f"{year} 年度部门决算，{count} 份", origin, files)
    return told | {"dct:temporal": str(year)}


def _dataset(identity: str, title: str, origin: str, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "@type": "dcat:Dataset",
        "@id": f"{identity}#dataset",
        "dct:title": title,
        "dct:rights": "依法公开的政府信息，使用时请注明出处",
        "dcat:landingPage": {"@id": origin + links.data()},
        "dcat:distribution": files,
    }


def _file(address: str, media_type: str) -> dict[str, Any]:
    return {"@type": "dcat:Distribution", "dcat:downloadURL": {"@id": address}, "dcat:mediaType": media_type}
