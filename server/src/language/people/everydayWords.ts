/** Words that members put beside their names and that tell nobody from others: places, trades, posts. Lower case. */
const WORDS =
  '北京 上海 天津 重庆 深圳 广州 杭州 南京 苏州 无锡 宁波 温州 嘉兴 绍兴 常州 南通 合肥 福州 厦门 泉州 济南 青岛 烟台 武汉 长沙 ' +
  '郑州 洛阳 西安 成都 贵阳 昆明 南宁 南昌 海口 三亚 太原 石家庄 沈阳 大连 长春 哈尔滨 兰州 西宁 银川 呼和浩特 乌鲁木齐 佛山 东莞 ' +
  '珠海 惠州 中山 汕头 香港 澳门 台北 台湾 新加坡 广东 广西 福建 浙江 江苏 安徽 江西 湖南 湖北 河南 河北 山东 山西 陕西 四川 云南 ' +
  '贵州 海南 辽宁 吉林 黑龙江 甘肃 青海 宁夏 新疆 西藏 内蒙古 中国 全国 总部 总行 分行 ' +
  '产品 经理 总监 主管 主任 主席 主笔 总经理 副总 副总裁 总裁 董事 董事长 合伙人 创始人 负责人 高级 资深 中级 初级 首席 助理 实习 实习生 ' +
  '技术 开发 研发 工程 工程师 程序 程序员 程序猿 码农 架构 架构师 测试 运维 运营 数据 分析 分析师 算法 前端 后端 后台 全栈 客户端 ' +
  '支付 清算 结算 清结算 对账 收单 账户 资金 风控 风险 合规 反洗钱 审计 法务 财务 会计 出纳 金融 互金 互联网 移动 跨境 电商 信贷 ' +
  '业务 市场 商务 渠道 销售 采购 招聘 人事 行政 客服 推广 项目 项目管理 平台 系统 需求 设计 设计师 体验 交互 咨询 顾问 专家 战略 策略 ' +
  '群主 群管 群管理 管理 管理员 小编 编辑 记者 老师 学生 学习 新人 人员 团队 部门 部 组 组长 团 长 师 员 岗 前 副 总 ' +
  '创业 待业 无业 求职 离职 自由 职业 自由职业 打杂 业余 休假 休假中 主 假 大区 区域 方向 相关 从业 爱好 爱好者 ' +
  'pm pmd pd po pl rd se qa ui ue ux it hr bd vp tl op dba sre cto ceo coo cfo cio cmo pmo dev java php ios app web h5 android ' +
  'product manager leader mr ms dr ing com cn www net';

const words: ReadonlySet<string> = new Set(WORDS.split(' '));
const LONGEST = 5;

/** Whether an everyday word stands at a place in a word. Letters of `portal` are none of `po`. */
function isWithin(word: string, from: number, to: number): boolean {
  const cutsLatin = (at: number): boolean => /^[a-z]{2}$/.test(word.slice(Math.max(0, at - 1), at + 1));
  return words.has(word.slice(from, to)) && !cutsLatin(from) && !cutsLatin(to);
}

/** A word without the everyday words at its end; nothing where it is made of such words. */
function withoutEverydayEnd(word: string): string {
  let to = word.length;
  for (let from = Math.max(0, to - LONGEST); from < to; ) {
    if (isWithin(word, from, to)) {
      to = from;
      from = Math.max(0, to - LONGEST);
    } else from++;
  }
  return word.slice(0, to);
}

/** What tells something in a word: without the everyday words at its ends, as 青杉 is in 杭州青杉. */
export function tellingPart(word: string): string {
  const end = withoutEverydayEnd(word);
  for (let from = 0; from < end.length - 2; ) {
    const to = [5, 4, 3, 2].map((length) => from + length).find((at) => isWithin(end, from, at));
    if (to === undefined) return end.slice(from);
    from = to;
  }
  return end;
}

/** Whether a word is an everyday one, is put together from such, or is a number. */
export function isEveryday(word: string): boolean {
  return words.has(word) || /^\d*$/.test(word) || (!/^[a-z]/.test(word) && withoutEverydayEnd(word) === '');
}

/** Ends of what firms are called. */
const FIRM =
  /(?:银行|支付|金融|金服|金科|数金|科技|集团|公司|信息|网络|软件|证券|基金|保险|人寿|理财|财富|消金|钱包|商城|超市|在线|信用卡|中心|互联|控股|资本|传媒|物流|汽车|医疗|教育|大学|学院)$/;

/** Ends of names of firms that are characters of people's names too. */
const FIRM_IN_SHORT = /[网宝通贷付所行云卡司]$/;

/** Whether a word ends as names of firms do. */
export function isFirm(word: string): boolean {
  return [word, withoutEverydayEnd(word)].some((end) => FIRM.test(end) || (end.length > 2 && FIRM_IN_SHORT.test(end)));
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁时舒耿卜詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强丛车冉房边楚滕邬蓝阙古吉茅茆屠池';
const TWO_CHARACTER_SURNAMES = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|端木|西门|南宫)/;

/** Whether a word is made as Chinese names are: a surname and one or two characters. */
export function isFullName(word: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(word) || isFirm(word) || FIRM_IN_SHORT.test(word)) return false;
  return TWO_CHARACTER_SURNAMES.test(word) ? word.length > 2 : word.length < 4 && SURNAMES.includes(word.charAt(0));
}
