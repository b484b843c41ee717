import unittest

from ledger.reader import Entry
from ledger.report import balance, lines, monthly

ENTRIES = [
    Entry("2024-03-01", "rent", -85000, "March"),
    Entry("2024-03-02", "food", -4235, "market"),
    Entry("2024-04-01", "rent", -85000, "April"),
]


class ReportTest(unittest.TestCase):
    def test_balance(self):
        self.assertEqual({"rent": -170000, "food": -4235}, balance(ENTRIES))

    def test_monthly(self):
        self.assertEqual({"rent": -85000}, monthly(ENTRIES)["2024-04"])

    def test_lines(self):
        self.assertEqual(["food              42.35"], lines({"food": 4235}))


if __name__ == "__main__":
    unittest.main()
