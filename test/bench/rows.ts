import { monotonicFactory } from 'ulid';
import type { Cell } from '../../shared/cell.ts';

/** The columns of a bench push, as a ledger of measures has them. */
export const columns = ['id', 'unit', 'title', 'due', 'leader', 'status', 'progress', 'completedOn', 'note'];

const ulid = monotonicFactory();
const deadlines = ['2022年6月底前', '年底前', '2022.9.30', '上半年', '6月15日前', '长期坚持', 44_742, '三季度末'];
const statuses = ['进行中', '已完成', null, '未启动'];

/** Rows of measures that differ as those of a district do: a handful of wordings, every status; 40 units unless said otherwise. */
export function measureRows(count: number, units = 40): Cell[][] {
  return Array.from({ length: count }, (_, index) => {
    const status = statuses[index % statuses.length] ?? null;
    return [
      ulid(),
      `区第${index % units}责任局`,
      `推进第 ${index} 项优化营商环境重点任务，完善工作机制，形成工作台账并按月调度`,
      deadlines[index % deadlines.length] ?? null,
      `负责人${index % 97}`,
      status,
      status === '已完成' ? 100 : index % 100,
      status === '已完成' ? '2022-05-20' : null,
      index % 3 === 0 ? `第 ${index} 号文件` : null,
    ];
  });
}
