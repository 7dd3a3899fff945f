"""Requests as somebody sends who means no good: each is known by its number, so that it can be sent again."""

from random import Random
from urllib.parse import quote

OWN = "/units/210400-011001/2023"
PATHS = (
    "/",
    "/units/",
    "/codes/",
    "/compare/",
    "/indicators/",
    "/checks/",
    "/forms/",
    "/glossary/",
    "/data/",
    "/search/",
    "/feed.atom",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/1.xml",
    "/checks.csv",
    "/checks.json",
    "/data/2023.csv",
    "/codes/function/2010308/",
    "/codes/economic/30201/",
    "/units/210400-011001/",
    "/units/210400-011001/chart.json",
    f"{OWN}/",
    f"{OWN}.r1/",
    f"{OWN}.zip",
    f"{OWN}/dataset.jsonld",
    f"{OWN}/cite/",
    f"{OWN}/changes/",
    f"{OWN}/checks/",
    f"{OWN}/narrative/",
    f"{OWN}/source/",
    f"{OWN}/source/file",
    f"{OWN}/performance/",
    f"{OWN}/performance/1/",
    f"{OWN}/performance/1/chart.json",
    f"{OWN}/tables/01/",
    f"{OWN}/tables/03/",
    f"{OWN}/tables/03/chart.json",
    f"{OWN}/tables/03/cite/",
    f"{OWN}/tables/03.csv",
    f"{OWN}/tables/06.xlsx",
    f"{OWN}/tables/07.json",
    "/static/site.css",
    "/admin/",
    "/admin/login/",
    "/admin/session/",
    "/admin/jsi18n/",
)
NAMES = (
    "code",
    "columns",
    "unit",
    "level",
    "fold",
    "sort",
    "column",
    "only",
    "kind",
    "year",
    "region",
    "page",
    "q",
    "row",
    "rows",
    "outcome",
    "embed",
    "find",
    "table",
    "with",
    "d",
    "csrfmiddlewaretoken",
    "next",
    "",
)
VALUES = (
    "",
    "0",
    "-1",
    "1",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "1" * 400,
    "1e309",
    "nan",
    "-inf",
    "٣",
    "²",
    "①",
    "½",
    "２０２３",
    "2023",
    "2010308",
    "20805",
    "yuan",
    "全部",
    "决算",
    "信访" * 300,
    "a" * 3000,
    "\0",
    "\x0b",
    "\x1b[0m",
    "\ufffe",
    "\u202e",
    "\ud800",
    "\N{PILE OF POO}",
    "'",
    '"',
    "' OR 1=1 --",
    '") OR (""="',
    "%",
    "_",
    "*",
    "NEAR(a b)",
    "a AND",
    "AND OR NOT",
    '"',
    "(",
    "col:val",
    "^a",
    "-a",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${7*7}",
    "../../etc/passwd",
    "..%2f..%2f",
    "\\..\\",
    "C:\\",
    "file:///etc/passwd",
    "http://example.com/",
    "//example.com",
    "[]",
    "{}",
    "a[]=1",
    "true",
    "null",
    "None",
    ";",
    "&",
    "=",
    "#",
    "+",
    " ",
    "\r\nX-Injected: 1",
    "%0d%0aX: 1",
)
RAW = (
    b"%",
    b"%zz",
    b"%c0%ae",
    b"%ff%fe",
    b"%00",
    b"%0a",
    b"%ed%a0%80",
    b"%2f",
    b"%5c",
    b"//",
    b"/./",
    b"/../",
    b";a=b",
    b"?",
    b"??",
    b"&&",
    b"=",
    b"#x",
    b"\x80\xff",
    "决".encode(),
    b"%E5%86%B3",
    b"~",
    b"|",
    b"^",
    b"`",
    b"{",
    b"[",
    b"'",
)
METHODS = ("GET",) * 12 + ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "X" * 30)
HEADERS = (
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "Cookie",
    "Content-Type",
    "If-None-Match",
    "If-Modified-Since",
    "If-Match",
    "Range",
    "If-Range",
    "Referer",
    "Origin",
    "User-Agent",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Port",
    "X-HTTP-Method-Override",
    "X_FORWARDED_FOR",
    "Upgrade",
    "X-Requested-With",
    "Sec-Fetch-Site",
    "Prefer",
    "Via",
    "Date",
    "Expect",
    "TE",
    "Pragma",
    "X-Accel-Redirect",
)
SAID = (
    b"",
    b"*",
    b"gzip",
    b"br",
    b"gzip;q=0, br;q=nan, *;q=-1",
    b"gzip" * 500,
    b"\xff\xfe",
    "决".encode(),
    b"a=b; c=d;;=;",
    b'"',
    b'W/"',
    b'W/"x", "y',
    b"bytes=0-",
    b"bytes=-1",
    b"bytes=5-1,0-0",
    b"bytes=0-99999999999999999999",
    b"Thu, 01 Jan 1970 00:00:00 GMT",
    b"Thu, 99 Foo 99999 99:99:99 GMT",
    b"Basic ",
    b"Basic !!!",
    b"Bearer " + b"x" * 900,
    b"text/html;q=9",
    b"multipart/form-data",
    b"multipart/form-data; boundary=",
    b"application/json; charset=x",
    b"https",
    b"http://[::1",
    b"1.2.3.4, , ::, x",
    b"sessionid=" + b"a" * 40,
    b"csrftoken=" + b"z" * 64,
    b"en-\xe9, zz",
)
HOSTS = (b"127.0.0.1",) * 15 + (
    b"",
    b"localhost:65536",
    b"[::1",
    b"a" * 300,
    b"127.0.0.1:x",
    b"\xff",
    b"evil.example",
    b"*",
)


def request(number: int) -> tuple[bytes, str]:
    """The bytes of the request with that number, and its path for whoever looks into it."""
    chance = Random(number)
    target = _target(chance)
    lines = [f"{chance.choice(METHODS)} ".encode() + target + b" HTTP/1.1", b"Host: " + chance.choice(HOSTS)]
    lines += [
        f"{chance.choice(HEADERS)}: ".encode() + chance.choice(SAID) for _ in range(chance.choice((0, 0, 1, 2, 5)))
    ]
    lines.append(b"Connection: close")
    return b"\r\n".join((*lines, b"", b"")), target[:200].decode("latin-1")


def _target(chance: Random) -> bytes:
    path = chance.choice(PATHS)
    kind = chance.random()
    if kind < 0.35:
        path = _with_another_part(chance, path)
    if chance.random() < 0.1:
        path = "/en" + path
    target = quote(path, safe="/%:@-._~", errors="surrogatepass").encode()
    if kind > 0.7:
        target = _hurt(chance, target)
    if chance.random() < 0.6:
        target += b"?" + _query(chance)
    return target or b"/"


def _with_another_part(chance: Random, path: str) -> str:
    """One part of the path is something else, twice there, or not there."""
    parts = path.split("/")
    at = chance.randrange(len(parts)) or len(parts) - 1
    parts[at] = chance.choice((chance.choice(VALUES), parts[at] * 2, parts[at] + chance.choice(VALUES), ""))
    return "/" + "/".join(parts).lstrip("/")


def _hurt(chance: Random, target: bytes) -> bytes:
    """Bytes put in anywhere after the first slash."""
    for _ in range(chance.choice((1, 1, 3))):
        at = chance.randint(1, len(target))
        target = target[:at] + chance.choice(RAW) + target[at:]
    return target


def _query(chance: Random) -> bytes:
    pairs = ((chance.choice(NAMES), chance.choice(VALUES)) for _ in range(chance.choice((1, 1, 2, 4, 30))))
    query = "&".join(f"{name}={quote(value, safe='', errors='surrogatepass')}" for name, value in pairs).encode()
    return _hurt(chance, b"&" + query) if chance.random() < 0.2 else query
