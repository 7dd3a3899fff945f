"""A disclosure as schema.org describes a data set, in JSON-LD: what search engines for data read."""

import json

from disclosures.exports.table.formats import FILE_FORMATS
from disclosures.statements.models import STATEMENTS, Disclosure, statements_in

VOCABULARY = "https://schema.org"
MEDIA_TYPE = "application/ld+json"


def dataset_json(disclosure: Disclosure, addresses: dict[str, str], files: dict[tuple[str, str], str]) -> bytes:
    """`addresses` are absolute: page, site, archive, unit; `files` those of the tables by number and ending."""
    return json.dumps(_dataset(disclosure, addresses, files), ensure_ascii=False, indent=1).encode()


def _dataset(disclosure: Disclosure, addresses: dict[str, str], files: dict[tuple[str, str], str]) -> dict:
    year = disclosure.year
    titles = "、".join(model.title_in(year) for model in statements_in(year).values())
    return {
        "@context": VOCABULARY,
        "@type": "Dataset",
        "@id": addresses["page"],
        "url": addresses["page"],
        "name": f"{disclosure.unit_name} {disclosure.year} 年度决算",
        "description": f"{disclosure.unit_name}公开的 {disclosure.year} 年度决算：{titles}，文字说明和绩效自评。",
        "inLanguage": "zh-Hans",
        "identifier": f"sha256:{disclosure.digest}",
        "version": str(disclosure.revision),
        "temporalCoverage": str(disclosure.year),
        "spatialCoverage": {"@type": "AdministrativeArea", "name": disclosure.unit.region.full_name},
        "creator": {"@type": "GovernmentOrganization", "name": disclosure.unit_name, "url": addresses["unit"]},
        "publisher": {"@type": "Organization", "name": "决算公开", "url": addresses["site"]},
        "datePublished": disclosure.published_at.isoformat(),
        "isAccessibleForFree": True,
        "creditText": "演示数据，全部虚构" if disclosure.unit.is_made_up else disclosure.unit_name,
        "distribution": [
            _download("application/zip", addresses["archive"], "全部"),
            *(
                _download(
                    FILE_FORMATS[suffix].media_type, address, f"公开{number}表 {STATEMENTS[number].title_in(year)}"
                )
                for (number, suffix), address in files.items()
            ),
        ],
    }


def _download(media_type: str, address: str, name: str) -> dict:
    return {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": address, "name": name}
