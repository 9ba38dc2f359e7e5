"""Beneficiaries with their guardians, the households they live in, and the consents on record."""
