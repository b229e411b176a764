/**
 * Words that differ from an emoji's code in one character, as 微信 does from 微笑, and that people write between brackets
 * for their own sake: names of programs, headings, what a line of business is about. Gathered by hand; a word that is
 * missing here raises a warning, one too many hides a slip.
 */
const WORDS = new Set(
  (
    '表情 事情 感情 行情 详情 疫情 微信 微博 微商 微店 微盟 微众 微课 微软 微贷 发票 发货 发布 发送 发言 发现 发起 发行 发放 发展 发文 发帖 发动 得到 得分 得知 得瑟 ' +
    '流程 流量 流水 流动 流失 流标 流眼泪 害怕 闭环 闭关 大额 大哥 大家 大会 大厅 大盘 大佬 大咖 大神 大事 大号 大促 大奖 ' +
    '调用 调试 调研 调整 调账 调度 调拨 调减 调增 调查 难点 难题 抓取 抓包 抓图 吐槽 偷拍 白条 白酒 白名单 白板 困难 困惑 惊喜 惊呆 ' +
    '疑似 疑点 疑难 疯狂 敲定 敲门 再说 再议 再次 再会 再审 抠图 鼓励 鼓舞 坏账 坏人 哈哈 哈喽 委托 委员 快讯 快捷 快递 快报 快来了 快好了 快到了 ' +
    '亲属 亲子 亲们 可选 可用 可疑 可以 可能 可行 可乐 菜单 菜鸟 菜品 啤酒花 饭卡 饭局 爱好 爱国 爱奇艺 心得 心动 心态 心情 心累 心塞 心意 心愿 心跳 ' +
    '闪付 闪送 闪存 便利 便捷 便签 方便 月度 月报 月结 月初 月末 月底 月份 月饼 太难 太贵 礼品 礼包 礼券 礼金 礼花 礼貌 胜出 胜诉 ' +
    '抱团 抱歉 抱怨 抱个拳 勾选 勾稽 勾兑 差评 差价 差错 差异 差额 爱情 飞机 飞信 飞行 跳转 跳槽 跳过 转账 转发 转让 转载 转出 转入 转正 转接 ' +
    '回复 回款 回执 回购 回访 回调 回滚 回单 回顾 回答 回归 激活 激励 嘿嘿 捂嘴 捂脸哭 奸商 机构 机具 机房 机器 机密 机票 机会 机制 机型 ' +
    '红线 红利 红股 红字 红头 红酒 红色 红人 网红 钱包 面包 发红包 加班 加载 加急 加密 加微 加群 加粗 加盟 天猫 天天 天使 天气 ' +
    '好友 好评 好处 好吧 好的 好人 好像 好事 好用 打款 打赏 打印 打折 打卡 打包 打车 打码 打钱 社区 社保 社群 社交 生活 生产 生成 生效 生日 生意 生态 ' +
    '失败 失效 失信 失踪 失联 无效 无关 无感 无卡 无限 无线 无敌 无证 恐怖 合同 合规 合计 合并 合作 合伙 合格 强制 强调 强烈 强行 强化 鬼脸 ' +
    '冷静 冷门 英语 日语 德语 法语 母语 口语 破产 破解 庆典 公开 离开 展开 打开 新开 摊手 举手 剁手 跪了 见笑 可笑 笑哭 搞笑 让他看看 击掌 比心 ' +
    '车险 风险 保险 危险 提问 追问 询问 访问 顾问 问答 电话 电影 电商 电子 客人 本人 握住 美女 美食 大红 大包 小心 当心 中心 核心 关心 信心'
  ).split(' '),
);

/** Whether a text is a word of its own, though it is near an emoji's code. */
export function isWordNearEmoji(text: string): boolean {
  return WORDS.has(text);
}
