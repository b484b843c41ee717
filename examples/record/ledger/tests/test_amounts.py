import unittest

from ledger.amounts import format_amount, parse_amount


class AmountsTest(unittest.TestCase):
    def test_whole_amount(self):
        self.assertEqual(1200, parse_amount("12"))

    def test_one_digit_after_the_point(self):
        self.assertEqual(1250, parse_amount("12.5"))

    def test_negative_amount(self):
        self.assertEqual(-75, parse_amount("-0.75"))

    def test_format(self):
        self.assertEqual("12.50", format_amount(1250))


if __name__ == "__main__":
    unittest.main()
