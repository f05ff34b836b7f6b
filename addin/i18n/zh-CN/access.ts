export const access = {
  role: '角色',
  may: {
    admin: '可以做一切，包括修改方案、管理密钥和成员。',
    assessor: '可以推送除单位名单以外的各种台账，查看全部。',
    clerk: '只能推送和查看本单位的措施和月报。',
    viewer: '可以查看全部，不能推送。',
  },
  unit: '单位',
  unitNone: '选择单位',
  faults: { name: '请填写名称', unit: '请选择或填写单位' },
};
