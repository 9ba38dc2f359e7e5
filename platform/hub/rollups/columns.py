"""The columns of the table that the levels above export, each with what it counts."""

from hub.language import Text

COLUMNS: tuple[tuple[str, Text, Text], ...] = (
    (
        "in_pool",
        Text(zh="入库", en="In the pool"),
        Text(
            zh="曾经入库的心愿，减去因中性原因（另行解决、搬离、去世、本人意愿）撤回的。",
            en="Wishes ever admitted, less those withdrawn with a neutral reason.",
        ),
    ),
    (
        "claimed",
        Text(zh="已认领", en="Claimed"),
        Text(
            zh="在库，现在由认领人认领、送达或办结；按旧口径结项的年度含社区兜底。",
            en="In the pool and now claimed, delivered or fulfilled through a claim; years closed by definition 1 with those"
            " by backstop.",
        ),
    ),
    (
        "fulfilled",
        Text(zh="已办结", en="Fulfilled"),
        Text(zh="工作人员已确认送达。", en="Delivery confirmed by staff."),
    ),
    (
        "by_claimer",
        Text(zh="其中认领人办结", en="of these through a claim"),
        Text(
            zh="已办结的心愿里，由认领人办的（按期率的分母）；按旧口径结项的年度是全部已办结。",
            en="Of the fulfilled, those through a claim, which the on-time rate is a share of; all in years closed by"
            " definition 1.",
        ),
    ),
    (
        "by_backstop",
        Text(zh="其中兜底", en="of these by backstop"),
        Text(zh="已办结的心愿里，由社区自己办的。", en="Of the fulfilled, those that the community fulfilled itself."),
    ),
    (
        "on_time",
        Text(zh="按期送达", en="On time"),
        Text(zh="已办结的心愿里，在首次期限内送达的。", en="Of the fulfilled, delivered by the first deadline."),
    ),
    (
        "followed_up",
        Text(zh="已回访", en="Followed up"),
        Text(zh="至少回访过一次的心愿。", en="Wishes followed up at least once."),
    ),
    (
        "satisfied",
        Text(zh="满意", en="Satisfied"),
        Text(zh="最近一次回访答“满意”。", en="“Satisfied” at the latest follow-up."),
    ),
    (
        "overdue",
        Text(zh="认领逾期", en="Overdue claims"),
        Text(
            zh="已认领、未送达，已逾期；申请了延期、等社区答复的不算。",
            en="Claimed, not delivered, past the deadline; not while a request for more time waits for its answer.",
        ),
    ),
    (
        "late_open",
        Text(zh="待认领过久", en="Open too long"),
        Text(zh="待认领的时间超过社区当年办法的规定。", en="Open for longer than the campaign's policy allows."),
    ),
    (
        "late_collected",
        Text(zh="待核查过久", en="Unverified too long"),
        Text(zh="同上，待核查。", en="The same, waiting for verification."),
    ),
    (
        "late_verified",
        Text(zh="待评估过久", en="Unassessed too long"),
        Text(zh="同上，待评估。", en="The same, waiting for assessment."),
    ),
    (
        "late_delivered",
        Text(zh="送达未确认", en="Delivered, not confirmed"),
        Text(zh="同上，已送达、等工作人员确认。", en="The same, delivered and waiting for staff."),
    ),
    (
        "late_admitted",
        Text(zh="入库未开放", en="Admitted, not opened"),
        Text(zh="同上，已入库、还没有开放。", en="The same, admitted and not opened yet."),
    ),
    (
        "late_backstopped",
        Text(zh="兜底未送达", en="Backstop not brought"),
        Text(zh="同上，由社区兜底、还没有送达。", en="The same, the community's own to bring."),
    ),
    (
        "late_follow_up",
        Text(zh="未回访", en="Not followed up"),
        Text(zh="同上，抽到回访、还没有回访。", en="The same, drawn for a follow-up that nobody has made."),
    ),
    (
        "late_request",
        Text(zh="延期未答复", en="Request unanswered"),
        Text(
            zh="同上，党员申请了延期、社区还没有答复。", en="The same, more time was asked for and nobody has answered."
        ),
    ),
    ("members", Text(zh="党员", en="Members"), Text(zh="登记在册的在职党员。", en="Members on the register.")),
)
