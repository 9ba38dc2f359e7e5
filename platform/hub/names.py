"""What a person's name is: one definition for the whole product.

A name may hold rare characters (all extensions of CJK, those of private use that old encodings left), a middle dot in
any of the signs in use (买买提·艾力), and blanks that are layout (张　三). It is taken whole or not at all.
"""

import re

from hub.writing import half_width

CHARACTER = r"[〇々\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff\U000f0000-\U0010fffd]"
"""One Chinese character of a name, as a class of a regular expression."""

LONGEST_NAME = 40

_RARE = re.compile(r"[\u3400-\u4dbf\ue000-\uf8ff\U00020000-\U0003ffff\U000f0000-\U0010fffd]")
_LETTER = rf"(?:{CHARACTER}|[^\W\d_])"
_SHAPED = re.compile(rf"{_LETTER}+(?:[·.'\- ]+{_LETTER}+)*\.?")
_CHINESE = re.compile(rf"{CHARACTER}+")
_IN_PARTS = re.compile(rf"{CHARACTER}{{1,12}}(?:·{CHARACTER}{{1,12}}){{1,5}}")
_LATIN = re.compile(r"[^\W\d_]{2,}(?:[ .'\-]+[^\W\d_]+){0,5}")

_FULL_STOP = re.compile(rf"(?<={CHARACTER})\s*\.\s*(?={CHARACTER})")
"""Between Chinese characters it was typed for want of the middle dot (买买提．艾力)."""

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解"
    "牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖"
    "练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危"
    "玉银亢嵇公哈喇冶铁拜撒者买达纳丹才多扎旦仁尕水昌凤柏章韶郜黎溥濮寿通扶堵宰郦璩桑桂牛寿边农别庄晏柴瞿阎慕茹习宦鱼古慎庾终"
    "暨居衡步耿弘匡寇禄东殳沃利蔚越夔师厍晁勾融訾阚空曾毋沙乜养须丰关蒯查后荆红游竺逄盍益桓公仉督岳帅缑亢况郈琴仇栾佴商牟墨"
    "笪谯年爱佟言福代肇揭仵候尧斯由元卯邝补折及闪喜尉拓苌虎信候忽邴咸薄缐刑么相矫邸召冒底丘嘉撖来达妥绽铁马者锁朵祈星辉仓却完"
)
_DOUBLE_SURNAMES = (
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐",
    "长孙", "宇文", "轩辕", "鲜于", "端木", "万俟", "闻人", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔",
    "申屠", "仲孙", "钟离", "赫连", "百里", "呼延", "东郭", "南门", "西门", "拓跋", "纳兰", "完颜", "第五", "公羊",
    "谷梁", "梁丘", "左丘", "司空", "司寇", "乐正", "漆雕", "壤驷", "公良", "子车", "颛孙", "巫马", "公西", "羊舌",
    "微生",
)  # fmt: skip
_OF_OTHER_PEOPLES = (
    "扎西", "卓玛", "才让", "才仁", "才旦", "才郎", "多杰", "多吉", "仁青", "仁增", "桑杰", "索南", "拉毛", "拉姆",
    "央金", "央宗", "尼玛", "达娃", "格桑", "次仁", "次旦", "旦增", "旦正", "旦巴", "丹增", "罗桑", "洛桑", "白玛",
    "班玛", "完玛", "完么", "夏吾", "公保", "贡保", "贡布", "官却", "尕藏", "昂毛", "周毛", "南杰", "平措", "朋措",
    "德吉", "益西", "伊西", "普布", "巴桑", "边巴", "顿珠", "强巴", "土登", "旺姆", "东知", "东智", "羊毛", "李毛",
    "切羊", "更太", "更登", "桑吉", "索太", "华旦", "万玛", "先巴", "娘吉", "项秀", "项杰", "三智", "加羊", "嘉央",
    "久美", "尖措", "买买提", "麦麦提", "艾买提", "艾合买提", "阿不都", "阿布都", "阿卜杜", "阿布力", "古丽", "古力",
    "热依", "热合曼", "吐尔", "图尔", "玉素", "优素", "艾力", "艾孜", "努尔", "阿依", "阿米", "依布", "伊布", "伊斯",
    "依明", "穆罕", "木合", "哈力", "帕提", "再努", "米娜", "麦尔", "沙吾", "赛买", "司马义", "尔萨", "尔沙", "索非",
    "法图", "法土", "阿丹", "艾布", "哈桑", "侯赛", "尤努", "尤素", "主麻", "巴图", "其其", "乌云", "萨仁", "娜仁",
    "孟和", "格日", "斯琴", "苏和", "宝音", "布仁", "那日", "塔娜",
)  # fmt: skip
_OTHER_PEOPLES = re.compile("|".join(_OF_OTHER_PEOPLES))
_PLACES = {
    "江苏", "海南", "宁夏", "云南", "安徽", "江西", "武汉", "成都", "郑州", "常州", "徐州", "福州", "福建", "广州",
    "温州", "杭州", "宁波", "金华", "荆州", "连云港", "南京", "南昌", "南宁", "贵阳", "海口", "海东", "海北", "海西",
    "平安", "乐都", "循化", "化隆", "东莞", "石家庄", "包头", "吉林", "西宁", "兰州", "鲁沙尔", "马场垣", "官亭",
    "万州", "苏州", "文县", "国外", "县城", "门源", "东北", "南方", "商丘", "安阳", "安康", "丹东", "梅州", "柳州",
    "桂林", "通州", "米泉", "昌吉", "伊犁", "阿克苏", "和田", "乌鲁木齐", "巴州", "利川", "华东", "周口", "沙县",
    "义乌", "温岭", "都匀",
}  # fmt: skip
_NEVER_IN_A_NAME = re.compile(
    "[不没未已死亡逝病残瘫癌症炎盲某被把请您你我他她它们这那哪谁吗呢吧很爷奶爸妈姑舅姨婆]|去世|过世|故去|病故|亡故|身故|因故|"
    "暂无|无人|无法|无业|无监|无父|无母|丧|待定|待补|待查|待确|待核|待[^诏]?填|空缺|缺失|不详|详见|见备|见附|见户|备注|附件|同上|同前|同左|"
    "如上|以上|上述|本人|自己|父母|双亲|祖父|祖母|外祖|父亲|母亲|继父|继母|养父|养母|伯父|伯母|叔叔|婶|嫂子|哥哥|姐姐|弟弟|妹妹|兄弟|姐妹|"
    "子女|儿子|女儿|儿媳|女婿|孙子|孙女|丈夫|妻子|配偶|老伴|爱人|亲属|亲戚|亲友|亲人|家属|家人|家长|长辈|祖辈|老人|邻居|朋友|同学|同事|"
    "老师|校长|班主任|书记|主任|干部|社工|网格|志愿|保姆|护工|社区|村委|居委|委会|民政|福利院|养老院|敬老院|儿童院|派出所|学校|中心|公司|"
    "单位|支部|街道|政府|医院|公安|法院|机构|孤儿|单亲|留守|独居|独住|单独|空巢|低保|五保|特困|贫困|困难|监测|脱贫|失能|失明|失聪|聋哑|"
    "痴呆|偏瘫|中风|脑梗|精神|抑郁|焦虑|智力|智障|肢体|血压|血糖|血脂|糖尿|尿毒|内障|卧床|住院|手术|康复|腿脚|行动|身体|体弱|年迈|年老|"
    "高龄|年龄|年纪|老年|成年|幼|方便|同住|居住|合住|生活|相依|照看|照顾|照料|抚养|监护|看护|看管|托管|代管|委托|代为|协助|接送|陪读|寄养|"
    "寄宿|住校|上学|在校|在外|在家|在本|在县|在西|在省|外出|外地|外省|外村|本地|本村|本省|老家|常年|长年|长期|常在|常住|时常|经常|平时|平常|"
    "有时|周末|周一|周五|白天|晚上|夜间|马上|全天|全家|全部|去年|今年|明年|打工|务工|做工|零工|务农|农民|种地|放牧|经商|生意|个体|开店|上班|"
    "下班|工作|退休|下岗|失业|司机|厨师|保安|工人|民工|工头|工地|石匠|木匠|瓦匠|安装|金属|木工|水电|水工|电工|出国|出差|出走|走失|失踪|"
    "失联|失去|离异|离婚|离家|分居|改嫁|再婚|再嫁|入赘|服刑|坐牢|在押|入狱|监狱|戒毒|车祸|事故|意外|工伤|牺牲|联系|电话|手机|号码|微信|拒绝|"
    "同意|配合|去向|下落|信息|情况|关系|姓名|负责|签字|申请|需要|需求|送货|送到|提前|注意|喜欢|希望|过敏|清真|内容|其他|其它|若干|两人|二人|"
    "三人|多人|等人|两位|双方|一方|均为|都是|都在|均在|全无|皆无|已故|"
    "温和|和睦|和气|严厉|严格|严重|明确|明显|常见|单一|单身|金额|金钱|钱款|花费|费用|车辆|牛羊|时间|时候|空闲|满意|支持|能力|能干|"
    "强势|厉害|白班|夜班|水平|程度|程序|相处|相关|项目|关心|关注|关爱|申报|申诉|双目|文化|言语|语言|方言|沟通|万元|平房|楼房|"
    "温饱|高中|初中|小学|大学|中学|初一|高一|元月|冬天|夏天|成绩|成长|石油|石膏|水果|牛奶|米面|面粉|粮油|房租|房屋|安排|"
    "[村镇乡县]$"
)
_IN_NO_PART = re.compile(r"去世|过世|病故|外出|务工|打工|不详|失联|监护|照看|联系|电话")


def tidy_name(text: str) -> str:
    """The name as it is kept: half-width, one sign for every middle dot, no blank that is only layout.

    Blanks between Chinese characters and around a dot are layout (张　三, 买买提 • 艾力), those between Latin words
    are not. Doing it again changes nothing.
    """
    text = _FULL_STOP.sub("·", half_width(text))
    text = re.sub(r"\s*·[\s·]*", "·", text).strip("·")
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", text)


def is_shaped_like_a_name(text: str) -> bool:
    """Whether the text could be somebody's name: letters only, with dots and blanks between them."""
    name = tidy_name(text)
    return 2 <= len(name) <= LONGEST_NAME and _SHAPED.fullmatch(name) is not None


def are_surely_several(text: str) -> bool:
    """Whether whole names stand beside each other with nothing but blanks between them: 张三 李四. 王　芳 is one name,
    欧阳 修文 and 扎西 多吉 are too.
    """
    parts = half_width(text).split()
    return len(parts) > 1 and all(
        2 <= len(part) <= 3
        and (part[0] in _SURNAMES or part.startswith(_DOUBLE_SURNAMES))
        and not _OTHER_PEOPLES.search(part)
        and is_surely_a_name(part)
        for part in parts
    )


def is_surely_a_name(text: str) -> bool:
    """Whether the text is a person's name and nothing else: 马秀英 is one; 已去世, 外出务工 and 马秀英照看 are not.

    For reading what people wrote freely: what is not surely a name is asked about.
    """
    name = tidy_name(text)
    if are_surely_several(text):
        return False
    if _IN_PARTS.fullmatch(name):
        return not _IN_NO_PART.search(name)
    if not _CHINESE.fullmatch(name):
        return re.search(CHARACTER, name) is None and " " in name and _LATIN.fullmatch(name) is not None
    other, peoples = _OTHER_PEOPLES.subn("", name)
    if _NEVER_IN_A_NAME.search(other) or name in _PLACES or not 2 <= len(name) <= 10:
        return False
    if peoples and (len(other) <= 4):
        return True
    if len(name) <= 5 and name.startswith(_DOUBLE_SURNAMES):
        return len(name) > 2
    # A character that is in no ordinary text stands in names alone.
    return len(name) <= 4 and (name[0] in _SURNAMES or _RARE.search(name) is not None)
