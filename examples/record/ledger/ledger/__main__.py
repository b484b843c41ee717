import sys

from . import report
from .reader import read_entries


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in ("balance", "monthly"):
        print("usage: python3 -m ledger balance|monthly FILE", file=sys.stderr)
        return 2
    entries = read_entries(arguments[1])
    if arguments[0] == "balance":
        print("\n".join(report.lines(report.balance(entries))))
        return 0
    for month, totals in sorted(report.monthly(entries).items()):
        print(month)
        print("\n".join(report.lines(totals)))
    return 0


sys.exit(main(sys.argv[1:]))
