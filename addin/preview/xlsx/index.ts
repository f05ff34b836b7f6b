/** Opening and saving .xlsx for the preview: what the add-in did not touch comes out as it went in. */
export { XlsxError, type XlsxErrorCode } from './errors.ts';
export { openXlsx } from './open.ts';
export { saveXlsx } from './save.ts';
