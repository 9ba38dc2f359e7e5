"""Figures of each community and day, and what officers see of them. Never a resident, never a wish's text."""
