import type { Translation } from '../types.ts';
import type { errors as source } from '../zh-CN/errors.ts';

export const errors: Translation<typeof source> = {
  unauthorized: 'The key is wrong, revoked or expired. Please check it, or ask your administrator for a new one.',
  unreachable: 'The server cannot be reached. Please check the network and the server address, then try again.',
  timeout: 'The server has not answered for a long time. Please try again later.',
  notOurServer: 'Something answers at this address, but it is not a Taizhang server. Please check the server address.',
  serverFault: 'The server had a fault and did not save this request. Please try again later; if it stays so, send the request id to your administrator.',
  signInNeeded: 'The sign-in of your work account has ended. Disconnect in the menu at the top right and sign in again; the sheet stays as it is.',
  signInFailed: 'Signing in was not completed. Try again, or use an access key.',
  tooManyRequests: 'Too many requests. Please wait a moment and try again.',
  sheetGone: 'The bound sheet “{{sheet}}” is gone, perhaps deleted. Please open the sheet with the ledger and bind it again.',
  sheetProtected: 'Sheet “{{sheet}}” is protected, so results cannot be written and nothing was pushed. Please unprotect it first.',
  headerChanged: 'The header of “{{sheet}}” changed: there is no column “{{header}}”. Please restore its name, or bind the sheet again.',
  resultAreaMerged: 'There are merged cells to the right of the data on “{{sheet}}”, so results cannot be written. Please unmerge them first.',
  resultAreaTaken: 'There is no room for the results on “{{sheet}}”: {{address}}, right of the data, is not blank. Please move what stands there first.',
  idsMisaligned:
    'In “{{sheet}}” ids stand beside other rows (rows with a wrong id: {{count}}, such as {{rows}}), most likely after a sort that left out the hidden id column. Nothing was pushed, so that no row overwrites another.',
  filtered: '“{{sheet}}” is filtered. Nothing was pushed, so that no result lands in the wrong row. Please clear the filter first.',
  cellsMerged: 'On “{{sheet}}”, {{address}} is merged: writing there would affect other rows, so nothing was written. Unmerge it and try again.',
  formulaCells: 'On “{{sheet}}”, {{count}} cells hold formulas: {{address}}. Writing would replace them with values, so nothing was written.',
  rowsGone: 'On “{{sheet}}”, rows to be changed were not found; they may just have been deleted. Nothing was written. Please check again.',
  rowsChanged: 'On “{{sheet}}”, row {{rows}} was just changed and differs from what is listed. Nothing was written. Please look again.',
  resultsGone: 'The result columns of “{{sheet}}”, or the ids in them, are gone, so no results were written. Please push again: they are put back then.',
  hostLacks: 'This version of Excel lacks a function that is needed ({{feature}}). Please update Excel.',
  workbookTooLarge: 'This sheet is too large for Excel to read at once. Please delete spare blank rows and columns, or split it.',
  busy: 'Excel is editing a cell. Press Enter to finish, then try again.',
  host: 'Excel did not complete this step. Please try again; if it stays so, close the pane and open it again.',
  unknown: 'Something unexpected happened. Please try again; if it stays so, send the text below to your administrator.',
};
