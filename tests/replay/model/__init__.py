"""The ladder a second time, written from domain.md alone. Nothing of the product is imported here (tests/rules)."""
