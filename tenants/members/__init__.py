"""Branches, partner organisations, and the members who may claim."""
