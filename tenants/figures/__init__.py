"""Counting one community: today's work and the figures with their denominators."""
