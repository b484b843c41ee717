"""Amounts are whole cents; this module turns them into text and back."""


def parse_amount(text):
    """Cents of an amount such as 12, 12.5, 12.50 or -0.75."""
    text = text.strip()
    sign = -1 if text.startswith("-") else 1
    whole, _, part = text.lstrip("+-").partition(".")
    return sign * (int(whole or 0) * 100 + int((part + "00")[:2]))


def format_amount(cents):
    """Text of an amount with two digits after the point."""
    return f"{cents // 100}.{cents % 100:02d}"
