"""The collection and claim statistics form 微心愿征集认领统计表 (domain.md), for a campaign and as of a day."""
