import { generator } from '../measure/generator.ts';

/** The words of the generated texts: enough of them that no two texts are alike. */
const SECTORS =
  '电子信息 装备制造 新材料 生物医药 食品加工 纺织服装 家具建材 汽车零部件 新能源 智能家电 光伏储能 集成电路 稀土功能材料 精细化工 船舶海工 航空航天 节能环保 现代农机 五金制品 钟表眼镜 玩具文具 陶瓷玻璃 造纸印刷 皮革鞋帽'.split(
    ' ',
  );
const TOPICS =
  '技术改造 智能制造 两化融合 服务型制造 企业上云 工业互联网 绿色制造 设备更新 质量品牌 专精特新 科技创新 人才引进 上市培育 稳岗就业 出口信保 节能降碳 融资担保 园区建设 首台套 新产品 标准制定 知识产权 数据要素 人工智能 低空经济 生物制造 消费促进 物流降本 电子商务 冷链仓储'.split(
    ' ',
  );
const VERBS =
  '推动 引导 支持 鼓励 组织 促进 加快 完善 健全 深化 优化 提升 强化 培育 建设 发展 保障 落实 统筹 拓展'.split(
    ' ',
  );
const WHO =
  '龙头企业 中小企业 重点园区 行业协会 科研院所 高等院校 金融机构 专业服务商 链主企业 上下游企业 县区部门 公共平台'.split(
    ' ',
  );
const WHAT =
  '数字化转型 绿色化改造 工艺升级 装备更新 协同创新 成果转化 品牌建设 质量管理 供应链管理 检验检测 人才培养 市场开拓 节能管理 安全生产 标准制定 平台服务 产销对接 用地保障 要素配置 信息共享 动态监测 风险防控'.split(
    ' ',
  );
const HOW =
  '建立定期调度机制 开展入企帮扶 编制年度计划 召开现场推进会 发布典型案例 搭建对接平台 落实专人负责 完善统计监测 加强跟踪评价 畅通反映渠道 简化办理流程 公开办理结果'.split(
    ' ',
  );

/** Chinese words and paragraphs of a generated document. */
export class Prose {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = generator(seed * 7919 + 1);
    for (let warm = 0; warm < 8; warm += 1) this.#random();
  }

  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  sector(): string {
    return this.#one(SECTORS);
  }

  /** `count` different topics. */
  topics(count: number): readonly string[] {
    const found = new Set<string>();
    while (found.size < count) found.add(this.#one(TOPICS));
    return [...found];
  }

  /** A paragraph of narrative of about `length` characters. */
  paragraph(length: number): string {
    let text = '';
    while (text.length < length) text += this.#sentence();
    return text;
  }

  #sentence(): string {
    const part = (): string => `${this.#one(VERBS)}${this.sector()}${this.#one(WHO)}${this.#one(WHAT)}`;
    return `${part()}，${this.#one(VERBS)}${this.#one(WHAT)}和${this.#one(WHAT)}，${this.#one(HOW)}，${part()}。`;
  }

  #one(words: readonly string[]): string {
    return words[Math.floor(this.#random() * words.length)] ?? '';
  }
}
