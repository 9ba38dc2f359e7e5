"""What happens between a claim and its end: claim, hand-back, recall, backstop, delivery, follow-up."""
