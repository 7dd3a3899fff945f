"""`{% list_files address as files %}`: the whole list of the page at that address, as every kind of file."""

from django import template

from disclosures.addresses import links, programs

register = template.Library()


@register.simple_tag
def list_files(address: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a title and an address; the rows are those of the page, of all its parts."""
    return tuple((suffix.upper(), programs.list_file(address, suffix)) for suffix in links.FORMATS)
