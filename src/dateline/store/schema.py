"""Tables of the desk. Big text lies apart from narrow rows; everything woven can be thrown away and made again."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

report = Table(
    "report",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("record", LargeBinary, nullable=False),  # Report as MessagePack
)

marks = Table(
    "marks",
    metadata,
    Column("report", String, primary_key=True),
    Column("version", String, primary_key=True),  # of the code that made them
    Column("record", LargeBinary, nullable=False),
)

problem = Table(
    "problem",
    metadata,
    Column("source", String, primary_key=True),
    Column("step", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("detail", String, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("record", LargeBinary, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("kind", String, primary_key=True),  # "actors", "events", ... : the fields of Account
    Column("position", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)
Index("account_kind", account.c.kind)

part = Table(  # what was woven of parts of the reports that nothing outside can change
    "part",
    metadata,
    Column("key", String, primary_key=True),  # a digest of all that was woven, and of the code
    Column("record", LargeBinary, nullable=False),
)

woven_from = Table(  # one row: what the account was woven from
    "woven_from",
    metadata,
    Column("digest", String, primary_key=True),
)

known_person = Table(
    "known_person",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),  # KnownPerson as MessagePack
)

saved_search = Table(
    "saved_search",
    metadata,
    Column("name", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),  # SavedSearch as MessagePack
)

key_report = Table(  # those that the desk's users build on
    "key_report",
    metadata,
    Column("report", String, primary_key=True),
)

weaving = Table(
    "weaving",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),  # ISO 8601, UTC
    Column("judgements", Integer, nullable=False),  # how many of the journal were heeded
    Column("record", LargeBinary, nullable=False),  # Changes as MessagePack
)
