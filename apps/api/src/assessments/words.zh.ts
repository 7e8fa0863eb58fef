// How judgements are told, Chinese.
import type { Words } from './words.en.ts';

export const words: Words = {
  treatyName: '《儿童权利公约》关于买卖儿童、儿童卖淫和儿童色情制品问题的任择议定书',
  laneOf: { law: '法律', practice: '实践' },
  law: {
    compliant: '符合',
    largely_compliant: '大体符合',
    partially_compliant: '部分符合',
    non_compliant: '不符合',
    not_assessed: '未评估',
    not_applicable: '不适用',
  },
  practice: {
    effective: '有效',
    substantial: '较为充分',
    limited: '有限',
    none: '无',
    no_data: '无数据',
    not_assessed: '未评估',
    not_applicable: '不适用',
  },
  proof: { none: '未作主张', claimed: '已主张', evidenced: '有证据', verified: '经核实' },
  ground: {
    extradition_conditional_on_treaty: '该国以订有条约为引渡条件（第五条第三款）',
    no_later_extradition_treaty: '其后未缔结引渡条约（第五条第一款）',
    party_to_the_crc: '《儿童权利公约》缔约国（第十二条第二款）',
    not_party_to_the_crc: '非《儿童权利公约》缔约国（第十二条第二款）',
    not_in_a_position_to_assist: '无能力提供援助（第十条第四款）',
  },
  evidenceKind: {
    law: '法律',
    judgment: '判决',
    policy: '政策',
    budget: '预算',
    statistics: '统计',
    training_record: '培训记录',
    institution: '机构',
    agreement: '协定',
    report: '报告',
  },
};
