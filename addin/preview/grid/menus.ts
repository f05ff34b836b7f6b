/**
 * Univer's menu entries that the preview leaves out: what the preview does not take back into the workbook
 * (new tables, conditional formats and validations made by hand, images) would be lost on saving.
 */
export const hiddenMenus: Record<string, { readonly hidden: boolean }> = Object.fromEntries(
  [
    'sheet.menu.conditional-formatting',
    'sheet.menu.data-validation',
    'sheet.command.add-table',
    'sheet.menu.sheets-table',
    'sheet.operation.insert-hyper-link',
  ].map((id) => [id, { hidden: true }]),
);
