"""Figures in which nobody is found: plan, rounding, audit and wording. Pure functions."""
