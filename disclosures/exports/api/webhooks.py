"""What is sent to who subscribed, as the contract tells it: the message, how it is signed, what has to be answered."""

from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict
from pydantic import Field as Described

NAME = "published"
SAYS = "每公开一份决算，向订阅了的网址发一次"


class Message(Schema):
    """A disclosure was published, or corrected by a new revision."""

    model_config = ConfigDict(extra="forbid")

    id: str = Described(description="消息编号；重复送达时不变，和 Idempotency-Key 相同")
    event: Literal["published", "corrected"] = Described(description="published 第一次公开，corrected 更正")
    topic: str = Described(description="订阅的是哪一个订阅源，网址")
    address: str = Described(description="这一版的页面，长期有效")
    unit: str = Described(description="单位的键：行政区划代码-单位编码")
    unit_name: str = Described(description="公开时的单位名称")
    year: int = Described(description="决算年度")
    revision: int = Described(description="第几版")
    change_note: str = Described(description="更正说明；第一版没有")
    published_at: str | None = Described(description="在本站发布的时间")
    sha256: str = Described(description="全部内容的 SHA-256")


_HEADERS = {
    "Idempotency-Key": "消息编号；同一条可能送到不止一次",
    "X-Timestamp": "送出的时间，Unix 秒",
    "X-Signature": "sha256= 加上 HMAC-SHA256（密钥，X-Timestamp 的值、一个点、正文）",
}
_SCHEMA = "#/components/schemas/Message"


def webhooks() -> dict[str, Any]:
    """The section of the contract with that name."""
    message = {
        "operationId": NAME,
        "summary": SAYS,
        "description": "先向 /webhooks 提交订阅并确认；网址在“数据下载”页。答 2xx 就算收到，否则一天之内还会再送。",
        "parameters": [
            {"name": name, "in": "header", "required": True, "description": says, "schema": {"type": "string"}}
            for name, says in _HEADERS.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"$ref": _SCHEMA}}}},
        "responses": {"2XX": {"description": "收到了"}},
    }
    return {NAME: {"post": message}}


def schemas() -> dict[str, Any]:
    """What the section refers to, for the components of the contract."""
    return {"Message": Message.model_json_schema()}
