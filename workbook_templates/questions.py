"""The question bank: what to ask the people one meets. Those marked come onto the sheets from the first day."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, ...]] = {
    "The work": (
        "* What does a usual week look like for you, and which part of it would surprise an outsider?",
        "* Which problems land on your desk most often, and how do you go about them?",
        "What do you produce or decide that others wait for?",
        "Which parts of the work give you energy, and which wear you out?",
        "What is hardest to learn in this work?",
    ),
    "Your path": (
        "* How did you come into this work, and what did you think it would be?",
        "Which step of your path mattered most, and which would you leave out?",
        "What did you do before that turned out to be useful here?",
        "Looking back, what do you wish somebody had told you at the start?",
    ),
    "Preparation and skills": (
        "* Which skills matter every day, and which only look good on paper?",
        "Which courses, licenses or degrees are really needed, and which are only customary?",
        "How do people without the usual background get in?",
        "* Seeing my background, which gaps would you fill first?",
        "What should I read, attend or join to learn how the people in this field think?",
    ),
    "The field and its future": (
        "* How has this work changed since you began, and where is it going in five years?",
        "Which kinds of employers are growing here, and which are shrinking?",
        "What do people usually earn at the start, and after ten years?",
        "What do people in this field argue about among themselves?",
    ),
    "The organization": (
        "How is your organization different from others that do the same work?",
        "How are decisions made here, and who has a say in them?",
        "How do people come to work here, and what makes them stay?",
        "What kind of person does well here, and who doesn't?",
    ),
    "Fit and daily life": (
        "* What kind of person is unhappy in this work?",
        "How do the hours, the travel and the pressure sit with a life outside?",
        "If you could begin again, would you choose this work?",
    ),
    "Advice": (
        "* If you were in my place, what would you do in the next three months?",
        "* Would you look at my resume and tell me what somebody in your field reads in it?",
        "What have I not asked that I should have?",
        "Which part of my plan seems unrealistic to you?",
    ),
    "Referrals": (
        "* Who are two other people whom you would talk to in my place?",
        "May I say that you sent me to them?",
        "Is there somebody who does this work in quite another way, whom I should hear too?",
    ),
}


def rows() -> list[dict[str, object]]:
    """List the questions as rows of their sheet."""
    return [
        {
            "group": group,
            "question": text.removeprefix("* "),
            "mine": "Yes" if text.startswith("* ") else None,
        }
        for group, texts in GROUPS.items()
        for text in texts
    ]
