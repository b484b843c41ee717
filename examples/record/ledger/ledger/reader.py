"""Reads ledger files: CSV with the columns date, account, amount and memo."""

import csv
from dataclasses import dataclass

from .amounts import parse_amount


@dataclass(frozen=True)
class Entry:
    date: str
    account: str
    cents: int
    memo: str


def read_entries(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [
            Entry(row["date"], row["account"], parse_amount(row["amount"]), row["memo"])
            for row in csv.DictReader(file)
        ]
