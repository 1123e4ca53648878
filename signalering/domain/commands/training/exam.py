"""Answers to the questions of a chapter."""

from dataclasses import dataclass

from signalering.domain.course import Chapter


@dataclass(frozen=True)
class TakeExam:
    """For each question the place of the answer in its file, from 0."""

    chapter: Chapter
    chosen: tuple[int, ...]
