import { DataValidationErrorStyle, DataValidationRenderMode, DataValidationType } from '@univerjs/core';
import type { IDataValidationRule } from '@univerjs/core';
import { AddDataValidationMutation, DataValidationModel, RemoveDataValidationMutation } from '@univerjs/preset-sheets-data-validation';
import { sameArea } from '../../model/areas.ts';
import type { Validation } from '../../model/book.ts';
import { toArea, toRange } from '../units.ts';
import type { Part } from './part.ts';

/** The validations by the id under which Univer has them. A kind Univer is not told of is drawn as one that lets everything pass. */
export function validations(): Part {
  const drawn = new Map<string, Validation>();
  let next = 1;
  return {
    draw(book, sheet, id) {
      const model = book.injector.get(DataValidationModel);
      const ruleId = model.getRules(book.unitId, id).map(({ uid }) => uid);
      if (ruleId.length > 0) book.run(RemoveDataValidationMutation.id, { unitId: book.unitId, subUnitId: id, ruleId });
      const rule = sheet.validations.map((validation) => {
        const uid = `validation-${next++}`;
        drawn.set(uid, validation);
        return toRule(uid, validation);
      });
      if (rule.length > 0) book.run(AddDataValidationMutation.id, { unitId: book.unitId, subUnitId: id, rule });
    },
    read(book, sheet, id) {
      const rules = book.injector.get(DataValidationModel).getRules(book.unitId, id);
      const read = rules.flatMap((rule) => {
        const known = drawn.get(rule.uid);
        if (!known) return [];
        const areas = (rule.ranges as Parameters<typeof toArea>[0][]).map((range) => toArea(range, { rows: 1_048_576, columns: 16_384 }));
        const same = areas.length === known.areas.length && areas.every((area, index) => sameArea(area, known.areas[index] ?? area));
        const validation = same ? known : { ...known, areas };
        drawn.set(rule.uid, validation);
        return areas.length > 0 ? [validation] : [];
      });
      const inOrder = sheet.validations.filter((validation) => read.includes(validation));
      if (inOrder.length === sheet.validations.length && read.length === inOrder.length) return false;
      sheet.validations = read;
      return true;
    },
  };
}

function toRule(uid: string, validation: Validation): IDataValidationRule {
  const base = { uid, ranges: validation.areas.map(toRange), allowBlank: true };
  const { list, errorAlert } = validation;
  if (list === undefined) return { ...base, type: DataValidationType.ANY };
  return {
    ...base,
    type: DataValidationType.LIST,
    formula1: typeof list === 'string' ? list : list.join(','),
    renderMode: DataValidationRenderMode.ARROW,
    showErrorMessage: errorAlert !== undefined,
    errorStyle: errorAlert ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.INFO,
    ...(errorAlert && { error: errorAlert.message, errorTitle: errorAlert.title }),
  };
}
