"""What staff write beside a decision."""

from collections.abc import Mapping

SAYINGS: Mapping[str, tuple[str, ...]] = {
    "verify_visit": ("入户核实，情况属实。", "已上门看过，旧的确实不能用了。", "本人在家，姓名、电话、心愿都对。", ""),
    "verify_telephone": ("电话核实，情况属实。", "与本人通话，心愿没有变化。"),
    "admit": ("具体、合理，同意入库。", "金额合适，同意。", "确有需要，同意入库。", ""),
    "decline": ("与去年已办的心愿重复。", "家中已有同类物品，本人同意不再申请。", "心愿不够具体，已向本人说明。"),
    "refer": ("县残联辅助器具适配", "县民政局临时救助", "镇卫生院家庭医生"),
    "send_back": ("请补充尺码。", "请问清楚家里的电压和插座。"),
    "withdraw_solved_elsewhere": ("子女已经买了。", "单位慰问时已送。"),
    "withdraw_moved_away": ("已搬到县城与女儿同住。",),
    "withdraw_own_wish": ("本人说先紧着更需要的人。",),
    "recall": ("逾期五天，电话联系不上认领人。", "认领人外派，短期内回不来。"),
    "ask_for_time": ("单位派我下乡一周，回来就送。", "货在路上，要晚几天到。"),
    "reject": ("送去的型号不对，约好换一台。", "住户说还没有收到，再核实。"),
    "backstop": ("开放多日无人认领，由社区办理。", "住户急用，由社区先办。"),
    "follow_up_satisfied": ("很满意，正在用。", "老人说合身、暖和。", ""),
    "follow_up_partly": ("东西好，就是送得晚了些。", "尺码稍大，还能用。"),
    "follow_up_not": ("用了两天就坏了，认领人答应去换。",),
}
