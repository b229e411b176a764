import assert from 'node:assert/strict';
import { type Spelling, soundsOfName, spellings, syllableOf } from '../../../server/src/language/text/pinyin.js';
import { firstOfSyllable, surnameReadings } from '../../../server/src/language/text/pinyinTable.js';

function check(text: string, full: string, initials: string): void {
  assert.deepEqual(spellings(text), { full, initials } satisfies Spelling);
}

/** Of each syllable common characters with no other reading: the first, one amidst, and the last that are read so. */
const SAMPLE =
  'a啊 ai哎癌碍 an安岸暗 ang肮昂盎 ao敖袄澳 ba八拔吧 bai白摆稗 ban班办瓣 bang邦榜镑 bao包饱爆 bei卑备辈 ben奔苯笨 beng崩泵蹦 bi逼毖避 bian边变辫 ' +
  'biao标膘表 bie憋别瘪 bin宾滨摈 bing冰柄病 bo拨铂膊 bu补步埠 ca擦 cai猜采蔡 can餐惭灿 cang仓苍舱 cao操曹草 ce册测策 ceng层蹭 cha叉搽诧 ' +
  'chai柴豺 chan搀蝉阐 chang昌常唱 chao抄巢炒 che扯掣澈 chen郴辰趁 cheng撑惩秤 chi吃侈翅 chong充虫宠 chou抽筹瞅 chu出躇矗 chuan川椽串 ' +
  'chuang疮床创 chui吹垂锤 chun春唇蠢 chuo戳 ci疵磁赐 cong匆聪丛 cou凑 cu粗醋簇 cuan蹿窜篡 cui崔淬翠 cun村存寸 cuo搓挫错 da搭答瘩 dai呆待戴 ' +
  'dan丹旦氮 dang当党档 dao刀到稻 de德 deng灯等瞪 di低笛蒂 dian掂店靛 diao刁雕掉 die爹谍蝶 ding叮鼎锭 diu丢 dong东懂栋 dou兜斗痘 du督睹镀 ' +
  'duan端断锻 dui堆队对 dun吨盾遁 duo多垛跺 e讹额遏 en恩 er儿洱贰 fa发阀珐 fan帆樊贩 fang方房放 fei飞诽费 fen分汾粪 feng丰锋缝 fu夫俯覆 ga嘎噶 ' +
  'gai该钙概 gan甘秆赣 gang冈肛岗 gao羔糕告 ge戈阁铬 gen根跟 geng庚埂更 gong工恭贡 gou勾苟够 gu估古雇 gua瓜寡褂 guai乖拐怪 guan关馆罐 ' +
  'guang光逛 gui归诡跪 gun辊滚 guo郭果过 ha哈 hai孩亥氦 han酣喊翰 hang杭航 hao毫好耗 he禾盒鹤 hei黑 hen痕狠恨 heng恒横衡 hong轰弘鸿 ' +
  'hou侯吼候 hu乎葫沪 hua花猾话 huai怀淮槐 huan欢唤豢 huang荒蝗幌 hui灰汇慧 hun昏浑混 huo活货霍 ji讥棘冀 jia加甲稼 jian奸检箭 jiang江奖酱 ' +
  'jiao交绞酵 jie阶睫借 jin巾紧靳 jing京井镜 jiong炯窘 jiu纠酒舅 ju居拒踞 juan娟卷眷 jue撅绝攫 jun军俊竣 ka喀 kai开凯慨 kan刊坎看 kang康糠炕 ' +
  'kao考烤靠 ke柯坷课 ken肯恳啃 keng坑 kong空恐控 kou抠扣寇 ku枯苦酷 kua夸胯跨 kuai块侩筷 kuan宽款 kuang匡况眶 kui亏奎馈 kun坤捆困 kuo扩阔廓 ' +
  'la垃喇啦 lai来莱赖 lan兰澜滥 lang郎琅浪 lao捞老酪 lei雷蕾累 leng楞冷 li哩厉痢 lian连镰链 liang良两量 liao撩寥镣 lie列烈裂 lin拎霖赁 ' +
  'ling伶菱另 liu溜硫柳 long龙隆拢 lou娄篓漏 lu卢鲁麓 luan孪滦乱 lun抡沦论 luo罗骡骆 lv驴缕滤 lve掠略 ma妈码嘛 mai买麦卖 man蛮满漫 mang忙盲莽 ' +
  'mao猫卯貌 mei枚霉寐 men门闷们 meng萌猛梦 mi眯米蜜 mian眠勉面 miao苗渺庙 mie灭蔑 min民闽敏 ming名铭命 miu谬 mo摸末默 mou谋某 mu母牧穆 ' +
  'na拿纳钠 nai乃氖耐 nan男 nang囊 nao挠脑闹 nei馁 nen嫩 ni妮你腻 nian拈撵念 niang娘酿 niao鸟 nie捏啮孽 nin您 ning宁柠泞 niu牛纽钮 ' +
  'nong农浓脓 nu奴努怒 nuan暖 nuo挪懦糯 nve虐 ou沤鸥藕 pa趴琶怕 pai拍牌湃 pan潘判畔 pang乓庞耪 pao抛袍泡 pei呸赔配 pen喷盆 peng抨硼碰 ' +
  'pi批疲譬 pian偏片骗 piao飘票漂 pie撇瞥 pin拼品聘 ping乒凭萍 po坡颇魄 pou剖 pu仆蒲铺 qi七骑器 qia掐恰洽 qian千前歉 qiang呛腔蔷 qiao悄桥撬 ' +
  'qie切怯窃 qin侵禽沁 qing青情庆 qiong穷琼 qiu丘求球 qu曲躯去 quan全痊劝 que炔却榷 qun裙群 ran然冉染 rang瓤壤让 rao饶扰绕 re惹热 ren人认韧 ' +
  'reng扔仍 ri日 rong戎溶冗 rou柔揉肉 ru如汝褥 ruan阮软 rui蕊锐瑞 run闰润 ruo弱 sa撒萨 sai腮赛 san三伞散 sang桑嗓丧 sao搔扫嫂 se涩瑟 ' +
  'sen森 seng僧 sha杀砂啥 shai筛晒 shan山陕赡 shang伤晌尚 shao捎韶哨 she奢设慑 shen申深慎 sheng升甥剩 shi尸仕噬 shou收受瘦 shu书黍漱 ' +
  'shua刷耍 shuai摔甩帅 shuan拴栓 shuang双霜爽 shui水税睡 shun吮舜瞬 shuo烁朔 si丝死肆 song松宋颂 sou搜擞嗽 su苏素僳 suan酸蒜算 sui虽祟穗 ' +
  'sun损笋 suo唆所锁 ta他獭蹋 tai胎太酞 tan坍潭碳 tang唐膛趟 tao涛桃套 te特 teng疼誊藤 ti剔体嚏 tian天恬舔 tiao挑迢眺 tie帖贴铁 ting厅亭艇 ' +
  'tong通酮痛 tou偷投透 tu凸涂兔 tuan湍团 tui推腿蜕 tun吞臀 tuo托驼唾 wa挖娃哇 wai歪外 wan弯烷腕 wang汪枉望 wei危纬魏 wen温蚊问 weng翁嗡瓮 ' +
  'wo窝沃握 wu乌伍雾 xi夕稀隙 xia瞎暇夏 xian仙嫌腺 xiang乡翔橡 xiao哮淆啸 xie楔鞋蟹 xin心欣衅 xing星型性 xiong凶汹熊 xiu修绣嗅 xu须叙蓄 ' +
  'xuan轩旋眩 xue靴穴雪 xun勋循殉 ya丫崖呀 yan烟衍燕 yang央佯漾 yao妖摇耀 ye掖野腋 yi一亿臆 yin因寅印 ying应莹硬 yo哟 yong佣咏用 you优游釉 ' +
  'yu迂雨豫 yuan冤援愿 yue曰阅越 yun晕陨蕴 za匝杂砸 zai灾宰载 zan暂赞 zang赃脏葬 zao遭藻躁 ze则 zei贼 zen怎 zeng增憎赠 zha渣眨榨 zhai斋窄寨 ' +
  'zhan沾占蘸 zhang张丈瘴 zhao招兆肇 zhe遮者蔗 zhen贞臻震 zheng争拯症 zhi之纸置 zhong中钟众 zhou州肘骤 zhu诛煮铸 zhua抓 zhuan专撰篆 ' +
  'zhuang妆装撞 zhui锥缀赘 zhun谆准 zhuo拙茁啄 zi孜籽子 zong宗鬃纵 zou邹奏揍 zu租诅祖 zuan钻纂 zui嘴罪醉 zun尊遵 zuo昨作做';

describe('Pinyin', () => {
  it('finds the syllable of common characters from all over the table', () => {
    for (const word of SAMPLE.split(' ')) {
      const syllable = word.replace(/[^a-z]/g, '');
      for (const character of word.slice(syllable.length)) assert.equal(syllableOf(character), syllable, character);
    }
  });

  it('knows traditional characters', () => {
    const read = [...'張陳劉楊趙吳鄭馮韓謝蔣葉圖開語這還見'].map(syllableOf).join(' ');
    assert.equal(read, 'zhang chen liu yang zhao wu zheng feng han xie jiang ye tu kai yu zhe hai jian');
  });

  it('takes the common reading of characters with several', () => {
    assert.equal(
      [...'长地佛调仔谁了中行重'].map(syllableOf).join(' '),
      'chang di fo tiao zai shui le zhong xing zhong',
    );
  });

  it('has a table in the order of the collation', () => {
    const firsts = firstOfSyllable.split(' ').map((word) => word.replace(/[a-z]/g, ''));
    assert.deepEqual(firsts, [...firsts].sort(new Intl.Collator('zh-u-co-pinyin').compare));
  });

  it('knows nothing of what is no Chinese character', () => {
    for (const other of ['a', '1', ' ', '，', 'あ', '한', '🌹', '', '〇', '𠀀', '龴'])
      assert.equal(syllableOf(other), undefined);
  });

  it('spells by syllables and by their first letters, ü as v', () => {
    check('玫瑰', 'meigui', 'mg');
    check('吕略', 'lvlve', 'll');
  });

  it('keeps letters and digits, without case, width and accents, and drops the rest', () => {
    check('产品-Ａnn 7é，林一诺🌹', 'chanpinann7elinyinuo', 'cpann7elyn');
    check('，🌹 ', '', '');
  });

  it('reads surnames as such where they may stand', () => {
    assert.deepEqual(soundsOfName('单一诺'), [
      ['dan', 'yi', 'nuo'],
      ['shan', 'yi', 'nuo'],
    ]);
    assert.deepEqual(soundsOfName('产品-曾晓'), [
      ['chan', 'pin', 'ceng', 'xiao'],
      ['chan', 'pin', 'zeng', 'xiao'],
    ]);
    assert.deepEqual(soundsOfName('林单'), [['lin', 'dan']]);
  });

  it('lists no surname that is read so anyway', () => {
    for (const word of surnameReadings.split(' ')) assert.notEqual(syllableOf(word.charAt(0)), word.slice(1), word);
  });
});
