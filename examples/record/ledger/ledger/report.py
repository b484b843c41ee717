"""Sums over entries."""

from .amounts import format_amount


def balance(entries):
    """Cents of each account."""
    totals = {}
    for entry in entries:
        totals[entry.account] = totals.get(entry.account, 0) + entry.cents
    return totals


def monthly(entries):
    """Cents of each month, by account."""
    totals = {}
    for entry in entries:
        month = entry.date[:7]
        totals.setdefault(month, {})
        totals[month][entry.account] = totals[month].get(entry.account, 0) + entry.cents
    return totals


def lines(totals):
    """One line for each account, in order of name."""
    return [f"{account:<12} {format_amount(cents):>10}" for account, cents in sorted(totals.items())]
