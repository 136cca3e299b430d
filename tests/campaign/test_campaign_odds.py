"""The arithmetic of R18 against exact fractions and against throwing dice."""

import random
from fractions import Fraction
from math import comb, factorial

import pytest

from pipeline.campaign.odds import beta_binomial, beta_share, chance_of, interval, letters_needed


def exact(k: int, n: int, a: int, b: int) -> Fraction:
    """The beta-binomial in whole numbers: C(n,k) (k+a-1)! (n-k+b-1)! (a+b-1)! / ((n+a+b-1)! (a-1)! (b-1)!)."""
    return comb(n, k) * Fraction(
        factorial(k + a - 1) * factorial(n - k + b - 1) * factorial(a + b - 1),
        factorial(n + a + b - 1) * factorial(a - 1) * factorial(b - 1),
    )


@pytest.mark.parametrize(("n", "a", "b"), [(5, 1, 3), (15, 4, 12), (40, 1, 3), (200, 30, 90)])
def test_beta_binomial_agrees_with_exact_fractions(n, a, b):
    for k in range(n + 1):
        assert beta_binomial(k, n, a, b) == pytest.approx(float(exact(k, n, a, b)), rel=1e-9)


@pytest.mark.parametrize(("yes", "n", "goal"), [(0, 0, 2), (3, 12, 2), (0, 20, 1), (10, 40, 4), (7, 9, 5)])
def test_letters_needed_is_the_smallest_number_that_reaches_80_percent_exactly(yes, n, goal):
    def chance(letters):
        return 1 - sum(exact(k, letters, 1 + yes, 3 + n - yes) for k in range(goal) if k <= letters)

    smallest = next(a_day for a_day in range(200) if chance(5 * a_day) >= Fraction(8, 10))
    assert letters_needed(goal, yes, n, at_most=200) == smallest


@pytest.mark.parametrize(
    ("goal", "letters", "yes", "n"), [(2, 15, 3, 12), (2, 30, 0, 0), (1, 25, 1, 30), (3, 10, 8, 10)]
)
def test_the_chance_agrees_with_weeks_played_through(goal, letters, yes, n):
    dice, weeks = random.Random(20261123), 20_000
    met = 0
    for _ in range(weeks):
        rate = dice.betavariate(1 + yes, 3 + n - yes)
        met += sum(dice.random() < rate for _ in range(letters)) >= goal
    assert chance_of(goal, letters, yes, n) == pytest.approx(met / weeks, abs=0.012)


@pytest.mark.parametrize(("a", "b"), [(1, 3), (4, 10), (40, 100), (80, 320)])
def test_beta_shares_agree_with_the_binomial_tail(a, b):
    n = a + b - 1
    for x in (0.01, 0.1, 0.25, 0.5, 0.9):
        p = Fraction(str(x))
        tail = sum(comb(n, j) * p**j * (1 - p) ** (n - j) for j in range(a, n + 1))
        assert beta_share(x, a, b) == pytest.approx(float(tail), abs=1e-9)


def test_the_interval_holds_the_rate_and_narrows_with_answers():
    for n in (1, 2, 3, 10, 37):
        for yes in range(n + 1):
            low, high = interval(yes, n)
            assert 0 <= low <= yes / n <= high <= 1
    narrow, wide = interval(25, 100), interval(1, 4)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_the_interval_holds_four_true_rates_in_five():
    dice, held, tries = random.Random(7), 0, 3000
    intervals = [interval(yes, 30) for yes in range(31)]
    for _ in range(tries):
        rate = dice.random()
        low, high = intervals[sum(dice.random() < rate for _ in range(30))]
        held += low <= rate <= high
    assert held / tries == pytest.approx(0.8, abs=0.03)


def test_no_number_of_letters_is_named_when_none_would_do():
    assert letters_needed(5, 0, 400) is None
    assert letters_needed(0, 0, 50) == 0
    assert chance_of(3, 2, 9, 10) == 0
