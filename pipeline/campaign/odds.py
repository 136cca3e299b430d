"""The arithmetic of chances: beta intervals and the beta-binomial, with the standard library alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, exp, lgamma, log, log1p

PRIOR_YES, PRIOR_NO = 1.0, 3.0
"""Before any answers: one yes for three noes (R18)."""


def interval(yes: int, n: int, level: float = 0.8) -> tuple[float, float]:
    """Return the equal-tailed Jeffreys interval of a rate; it always holds yes/n (Brown, Cai and DasGupta 2001, 4.1).

    The end is 0 where nobody and 1 where everybody said yes; with no answers at all it is 0 to 1.
    """
    tail = (1 - level) / 2
    a, b = yes + 0.5, n - yes + 0.5
    low = 0.0 if yes == 0 else beta_quantile(tail, a, b)
    high = 1.0 if yes == n else beta_quantile(1 - tail, a, b)
    return low, high


def median_interval(values: Sequence[int], level: float = 0.8) -> tuple[float, float] | None:
    """Return the narrowest interval between two of the values that holds the median; None while there are too few.

    Distribution-free, from the order statistics: k values left out at each end miss it with 2 P(Bin(n, 1/2) <= k - 1).
    """
    ordered, n = sorted(values), len(values)
    best, missed = None, 0.0
    for k in range((n + 1) // 2):
        missed += 2 * comb(n, k) / 2**n
        if missed > 1 - level:
            break
        best = float(ordered[k]), float(ordered[n - 1 - k])
    return best


def chance_of(goal: int, letters: int, yes: int, n: int) -> float:
    """Return P(at least `goal` acceptances from `letters`) after `yes` of `n` so far (R18: beta-binomial, Beta(1, 3))."""
    if goal <= 0:
        return 1.0
    if letters < goal:
        return 0.0
    a, b = PRIOR_YES + yes, PRIOR_NO + n - yes
    return max(0.0, 1.0 - sum(beta_binomial(k, letters, a, b) for k in range(goal)))


def letters_needed(
    goal: int, yes: int, n: int, *, sure: float = 0.8, days: int = 5, at_most: int = 100
) -> int | None:
    """Return the smallest number of letters a day that brings `goal` acceptances a week; None: more than `at_most` (R18)."""
    return next(
        (a_day for a_day in range(at_most + 1) if chance_of(goal, a_day * days, yes, n) >= sure), None
    )


def beta_binomial(k: int, n: int, a: float, b: float) -> float:
    """Return the chance of exactly k in n where the rate itself is Beta(a, b)."""
    choose = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(choose + _log_beta(k + a, n - k + b) - _log_beta(a, b))


def beta_quantile(p: float, a: float, b: float) -> float:
    """Return the rate below which lies the share p of Beta(a, b)."""
    low, high = 0.0, 1.0
    for _ in range(45):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_share(middle, a, b) < p else (low, middle)
    return (low + high) / 2


def beta_share(x: float, a: float, b: float) -> float:
    """Return the share of Beta(a, b) below x: the regularized incomplete beta function (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - x, b, a)
    return exp(a * log(x) + b * log1p(-x) - _log_beta(a, b)) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """Work out the continued fraction from its tail; 100 terms are plenty left of the mean."""
    value = 1.0
    for i in range(100, 0, -1):
        m = i // 2
        if i % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        value = 1 + term / value
    return value


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
